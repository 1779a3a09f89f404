// The first picture. vis-network takes longer to be read and to take in its nodes than all the rest, and the reader need not wait for it:
// the picture is drawn by our own strokes, shown, and taken over by vis-network at the same place.

// The words of the fixed parts, in the language of the moment.
function nameParts() {
  for (const part of document.querySelectorAll('[data-word]')) part.textContent = t(part.dataset.word);
  for (const part of document.querySelectorAll('[data-label]')) { part.setAttribute('aria-label', t(part.dataset.label)); if (part.tagName === 'BUTTON') part.title = t(part.dataset.label); }
  for (const part of document.querySelectorAll('[data-placeholder]')) part.placeholder = t(part.dataset.placeholder);
  for (const part of document.querySelectorAll('[data-icon]')) part.replaceChildren(icon(part.dataset.icon));
  byId('title').replaceChildren(foreign(DATA.title || 'guanxi 关系'));
  const said = [];
  if (DATA.leftOut) said.push(t('leftOut', number(NODES.length), number(RELATIONS.length), number(DATA.leftOut[0]), number(DATA.leftOut[1]), Math.min(DATA.leftOut[0], 5000)));
  if (NODES.length > 2000) said.push(t('many_nodes', number(NODES.length)));
  byId('notice').hidden = !said.length;
  byId('notice').textContent = said.join(' ');
}
function showTab() {
  const graph = state.tab === 'graph';
  byId('stage').hidden = !graph;
  byId('timeline').hidden = graph;
  document.body.dataset.tab = state.tab;
  for (const name of ['graph', 'timeline']) { const tab = byId(`tab-${name}`), on = name === state.tab; tab.setAttribute('aria-selected', String(on)); tab.tabIndex = on ? 0 : -1; }
  if (!graph || !network) return;
  network.setSize('100%', '100%');
  refit();
  network.redraw();
}

function drawFirst() {
  lang = DATA.lang;
  document.documentElement.dataset.theme = dark() ? 'dark' : 'light';
  nameParts();
  current = ADDRESSED ? location.hash.slice(1) : '';
  if (current) readState(current);
  else if (DATA.focus.length) { state.selected = { node: DATA.focus[0] }; current = written(); }
  compute();
  showTab();
  drawTime(false); // the drawing has what room it leaves
  arrange(false);
  new ResizeObserver(refit).observe(byId('net'));
  if (state.tab !== 'graph') return;
  showFirst();
  performance.mark('guanxi-drawn');
}
function showFirst() {
  const picture = drawWhole(Math.min(3, window.devicePixelRatio || 1)), before = byId('first');
  picture.id = 'first';
  picture.setAttribute('aria-hidden', 'true');
  if (before) before.replaceWith(picture); else byId('stage').append(picture);
}
// A page in the background is never drawn: it waits for a moment only.
const shown = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 400); });
const whole = () => new Promise((done) => { if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done); else done(); });

// The library stands in the page as text. Only this very text is let in by the policy.
function readLibrary() {
  const script = el('script'), { stackTraceLimit } = Error;
  script.textContent = byId('library').textContent;
  Error.stackTraceLimit = 0; // it looks at a stack once, for which Chromium would read it all over again
  document.head.append(script);
  Error.stackTraceLimit = stackTraceLimit;
  script.remove();
}

drawFirst();
await shown();
