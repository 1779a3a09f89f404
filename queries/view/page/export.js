// What is visible, as a picture: PNG at twice the size, SVG with its words as text.
function save(blob, name) {
  const away = el('a', {});
  away.href = URL.createObjectURL(blob);
  away.download = name;
  document.body.append(away);
  away.click();
  away.remove();
  setTimeout(() => URL.revokeObjectURL(away.href), 10000);
}

// XML has no place for some characters, whatever the text.
const xmlText = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

function toSVG() {
  const view = frame(), light = lit(), { width, height } = view, at = (value) => value.toFixed(1);
  const sx = (id) => X[id] * view.scale + view.left, sy = (id) => Y[id] * view.scale + view.top;
  const root = svg('svg', { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FONT });
  const title = svg('title', {});
  title.textContent = xmlText(DATA.title || '');
  root.append(title, svg('rect', { width, height, fill: colours().back }));
  const back = svg('g', { stroke: colours().line, 'stroke-opacity': 0.35 }), front = svg('g', { stroke: light && light.strong ? colours().accent : colours().line, 'stroke-opacity': 0.85 });
  for (const edge of EDGES) {
    if (!visible.edge[edge.id] || !(inView(view, edge.a) || inView(view, edge.b))) continue;
    const chosen = light && light.edges.has(edge.id);
    (chosen ? front : back).append(svg('line', { x1: at(sx(edge.a)), y1: at(sy(edge.a)), x2: at(sx(edge.b)), y2: at(sy(edge.b)), 'stroke-width': chosen && light.strong ? 2.6 : at(thickness(edge)) }));
  }
  const nodes = svg('g', {});
  for (const node of NODES) {
    if (!inView(view, node.id)) continue;
    const about = { fill: nodeColour(node.id) };
    if (light && !light.nodes.has(node.id)) about.opacity = 0.25;
    nodes.append(svgShape(node.shape, sx(node.id), sy(node.id), nodeSize(node.id) * view.scale, about));
  }
  const names = svg('g', { 'text-anchor': 'middle', 'dominant-baseline': 'central', 'paint-order': 'stroke', stroke: colours().halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round' });
  for (const one of lastLabels) {
    one.label.rows.forEach((row, i) => {
      const text = svg('text', { x: at(one.x + one.label.width / 2), y: at(one.y + 2 + LINE * (i + 0.5)), 'font-size': one.label.size, 'font-weight': one.label.weight, fill: one.label.ink });
      text.textContent = xmlText(row);
      names.append(text);
    });
  }
  if (light) back.setAttribute('stroke-opacity', 0.1);
  root.append(back, front, nodes, names);
  return new XMLSerializer().serializeToString(root);
}

function copyLink() {
  const address = location.href;
  const below = () => {
    const field = el('input', { type: 'text', readonly: true, value: address, 'aria-label': t('link') });
    byId('menu').append(el('p', { class: 'soft small' }, t('linkBelow')), field);
    field.select();
  };
  if (!navigator.clipboard) { below(); return; }
  navigator.clipboard.writeText(address).then(() => { say(t('linkCopied')); byId('link').textContent = t('linkCopied'); }, below);
}

function setTheme(value) { theme = value; applyTheme(); }
function applyTheme() {
  document.documentElement.dataset.theme = dark() ? 'dark' : 'light';
  bitmaps.clear();
  changed({ step: false, keys: new Set(['colour']) });
}
function setLang(value) { lang = value; document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en'; bitmaps.clear(); nameParts(); timeBuilt = null; changed({ step: false, keys: new Set(['lang']) }); }

const menu = byId('menu');
function openMenu(open) {
  menu.hidden = !open;
  byId('more').setAttribute('aria-expanded', String(open));
  if (!open) return;
  const item = (word, act, about = {}) => button(word, () => { act(); if (!about.stay) openMenu(false); }, { class: 'item', ...(about.id ? { id: about.id } : {}) });
  menu.replaceChildren(
    item(t('png'), () => drawWhole(2).toBlob((blob) => save(blob, 'guanxi.png')), { id: 'png' }),
    item(t('svg'), () => save(new Blob([toSVG()], { type: 'image/svg+xml' }), 'guanxi.svg'), { id: 'svg' }),
    ...(ADDRESSED ? [item(t('link'), copyLink, { stay: true, id: 'link' })] : []),
    picker(t('language'), lang, [['zh', '中文'], ['en', 'English']], (value) => { setLang(value); openMenu(false); }),
    picker(t('theme'), theme, [['auto', t('auto')], ['light', t('light')], ['dark', t('dark')]], (value) => { setTheme(value); openMenu(false); }),
    item(t('help'), openHelp, { id: 'open-help' }));
  menu.querySelector('button').focus();
}
function openHelp() {
  const dialog = byId('help');
  dialog.replaceChildren(el('h2', { id: 'help-title' }, t('help')), el('dl', {}, ...inLang(WORDS.helpText).flatMap(([word, text]) => [el('dt', {}, word), el('dd', {}, text)])), el('p', { class: 'soft' }, t('undatedRule')), button(t('close'), () => dialog.close()));
  dialog.showModal();
}
