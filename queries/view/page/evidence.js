// A sentence in its context: the names that matter marked, every other known name to be followed, where it stands, and whence.

// Line breaks of a newspaper column are not part of what was said: none between Chinese characters, a space elsewhere.
const CJK = /[\u2e80-\uffef]/;
function flowing(text) {
  return text.replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/g, (found, at, whole) => (CJK.test(whole[at - 1] || '') || CJK.test(whole[at + found.length] || '') ? '' : ' '));
}

// Stretches to mark: the mentions that the graph holds, else wherever the name or an alias stands.
function stretches(sentence, ends) {
  const marks = [];
  for (let i = 0; i < sentence.marks.length; i += 3) marks.push({ start: sentence.marks[i], end: sentence.marks[i + 1], node: sentence.marks[i + 2] });
  const known = new Set(marks.map((mark) => mark.node));
  for (const id of ends) {
    if (known.has(id)) continue;
    for (const name of [nameOf(id), ...(NODES[id].aliases || [])]) {
      for (let at = name.length > 1 ? sentence.text.indexOf(name) : -1; at >= 0; at = sentence.text.indexOf(name, at + name.length)) marks.push({ start: at, end: at + name.length, node: id });
    }
  }
  marks.sort((a, b) => ends.has(b.node) - ends.has(a.node) || (b.end - b.start) - (a.end - a.start) || a.start - b.start);
  const chosen = [];
  for (const mark of marks) if (mark.end > mark.start && !chosen.some((other) => mark.start < other.end && other.start < mark.end)) chosen.push(mark);
  return chosen.sort((a, b) => a.start - b.start);
}

function marked(sentence, ends) {
  const said = el('span', { class: 'said' });
  let at = 0;
  for (const { start, end, node } of stretches(sentence, ends)) {
    said.append(flowing(sentence.text.slice(at, start)));
    const words = flowing(sentence.text.slice(start, end));
    if (ends.has(node)) said.append(el('mark', {}, foreign(words)));
    else said.append(button(foreign(words), () => choose(node, true), { class: 'named' }));
    at = end;
  }
  said.append(flowing(sentence.text.slice(at)));
  return said;
}

function clipped(text, most, fromEnd) {
  const chars = [...flowing(text)];
  if (chars.length <= most) return chars.join('');
  return fromEnd ? `…${chars.slice(-most).join('')}` : `${chars.slice(0, most).join('')}…`;
}

function sentenceBox(id, ends) {
  const sentence = sentenceAt(id), { article } = sentence;
  const context = (text, fromEnd) => (text ? el('span', { class: 'context', title: flowing(text) }, clipped(text, 34, fromEnd)) : null);
  const words = el('bdi', { class: 'quote', lang: 'zh-CN' }, context(sentence.before, true), marked(sentence, ends), context(sentence.after, false));
  const where = el('div', { class: 'origin' }, el('cite', { title: article.title }, '《', foreign(article.title ? clipped(article.title, 60) : t('untitled')), '》'));
  const more = [article.published, article.place, article.source].filter(Boolean).map(foreign);
  if (sentence.start >= 0) more.push(t('chars', number(sentence.start), number(sentence.end)));
  for (const part of more) where.append(el('span', {}, part));
  const address = article.url && link(article.url, `${t('original')} ↗`);
  if (address) where.append(address);
  where.append(el('span', { class: 'key', title: article.id }, foreign(article.id)));
  return el('div', { class: 'sentence' }, words, where);
}

// The sentences of some relations, each once; the first at once, the others on demand.
function sentences(relations, ends, atOnce = 1) {
  const ids = [...new Set(relations.flatMap((relation) => relation.sentences))];
  if (!ids.length) return el('div', { class: 'soft small' }, t('noSentence'));
  const box = el('div', {}, ...ids.slice(0, atOnce).map((id) => sentenceBox(id, ends)));
  if (ids.length > atOnce) {
    const rest = button(t('otherSentences', number(ids.length - atOnce)), () => {
      rest.remove();
      box.append(list(ids.slice(atOnce), (id) => sentenceBox(id, ends), 20));
    }, { class: 'quiet' });
    box.append(rest);
  }
  const unlisted = relations.reduce((sum, relation) => sum + relation.unlisted, 0);
  if (unlisted) box.append(el('div', { class: 'soft small' }, t('unlisted', number(unlisted))));
  return box;
}
