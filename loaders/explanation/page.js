'use strict';
for (const article of document.querySelectorAll('article')) {
  const marks = [...article.querySelectorAll('mark')];
  const show = (chosen) => {
    for (const mark of marks) {
      const lit = chosen !== null && chosen(mark);
      mark.classList.toggle('lit', lit);
      mark.classList.toggle('faint', chosen !== null && !lit);
    }
  };
  const restsOn = (item) => {
    if (item.dataset.entity !== undefined) return (mark) => mark.dataset.entity === item.dataset.entity;
    const places = new Set(item.dataset.evidence.trim().split(' '));
    return (mark) => mark.dataset.entity !== undefined && places.has(mark.dataset.at);
  };
  for (const item of article.querySelectorAll('li[tabindex]')) {
    for (const on of ['mouseenter', 'focus']) item.addEventListener(on, () => show(restsOn(item)));
    for (const off of ['mouseleave', 'blur']) item.addEventListener(off, () => show(null));
  }
}
