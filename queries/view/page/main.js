// Puts the parts together.
function choose(id, centred = false) {
  if (state.start !== null && state.start !== id) { showPath(state.start, id); return; }
  const change = { selected: { node: id }, start: null };
  if (state.path && !state.path.nodes.includes(id)) change.path = null;
  if (state.focus && !state.focus.members.has(id)) change.focus = null;
  if (state.noKinds.has(NODES[id].kind)) { state.noKinds = new Set(state.noKinds); state.noKinds.delete(NODES[id].kind); change.noKinds = state.noKinds; }
  if (state.noNodes.has(id)) change.noNodes = toggled(state.noNodes, id);
  if (state.path && !('path' in change)) change.path = null;
  go(change);
  if (centred && visible.node[id] && state.tab === 'graph' && !('focus' in change && change.focus)) centre(id);
  say(t('selected', nameOf(id), shownOf(id).length));
}
function chooseEdge(id) { go({ selected: { edge: id }, path: null }); }
function lookAround(ids, hops) { go({ focus: focused(ids, hops), path: null, selected: { node: ids[0] }, start: null, tab: 'graph' }); }
function leaveFocus() { go({ focus: null, path: null }); if (here() !== null && visible.node[here()]) centre(here()); }
function hideNode(id) { go({ noNodes: toggled(state.noNodes, id), selected: null, focus: state.focus && state.focus.ids.includes(id) ? null : state.focus }); }
function showNodes(ids) { const rest = new Set(state.noNodes); ids.forEach((id) => rest.delete(id)); tune({ noNodes: rest }); }
function openFilters(open) { document.body.classList.toggle('filtering', open); byId('open-filters').setAttribute('aria-expanded', String(open)); }

const FILTERS = ['noKinds', 'noTypes', 'noNodes', 'confidence', 'from', 'to', 'undated'];
const any = (what, names) => what.arrived || names.some((name) => what.keys.has(name));

function update(what) {
  const filtersChanged = any(what, FILTERS);
  if (filtersChanged && !what.arrived) {
    if (state.path) state.path = findPath(state.path.from, state.path.to, state.path.pick);
    if (state.focus) state.focus = focused(state.focus.ids, state.focus.hops);
  }
  compute();
  if (filtersChanged || any(what, ['focus', 'path'])) shownNodes.refresh();
  if (any(what, ['colour', 'size'])) recolour();
  if (any(what, ['tab'])) showTab();
  if (any(what, ['focus', 'path']) || (filtersChanged && state.path)) arrange(!what.arrived);
  drawCount();
  drawFilters();
  drawTime();
  drawPanel();
  if (state.tab === 'timeline') drawTimeline();
  network.redraw();
  record(what.step);
}
function drawCount() {
  byId('count').textContent = t('counted', number(visible.nodes), number(NODES.length), number(visible.relations), number(RELATIONS.length));
  const empty = byId('empty');
  empty.hidden = visible.nodes > 0;
  if (!visible.nodes) empty.replaceChildren(el('p', {}, NODES.length ? t('emptyFilter') : t('emptyGraph')), NODES.length ? button(t('resetFilters'), () => { resetFilters(); go({ focus: null, path: null }); }) : '');
}
// Under the mouse: the name in full, or what a line says.
function startMouse() {
  const net = byId('net'), tip = byId('tip');
  let waiting = false;
  net.addEventListener('pointermove', (event) => {
    if (waiting || event.buttons) { tip.hidden = true; return; }
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const box = net.getBoundingClientRect(), at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const id = network.getNodeAt(at), place = network.DOMtoCanvas(at);
      const edge = id === undefined ? edgeAt(place.x, place.y, 5 / network.getScale()) : null;
      net.style.cursor = id !== undefined || edge !== null ? 'pointer' : '';
      tip.hidden = id === undefined && edge === null;
      if (tip.hidden) return;
      if (id !== undefined) tip.replaceChildren(el('b', {}, foreign(nameOf(id))), el('span', { class: 'soft' }, `${kindWord(id)} · ${t('relations')} ${number(shownOf(id).length)}`), el('span', { class: 'soft' }, foreign(hint(id))));
      else tip.replaceChildren(el('span', {}, foreign(nameOf(EDGES[edge].a)), ' — ', foreign(nameOf(EDGES[edge].b))), el('span', { class: 'soft' }, edgeWord(EDGES[edge])));
      tip.style.left = `${Math.min(at.x + 14, box.width - tip.offsetWidth - 8)}px`;
      tip.style.top = `${Math.min(at.y + 16, box.height - tip.offsetHeight - 8)}px`;
    });
  });
  net.addEventListener('pointerleave', () => { tip.hidden = true; });
  network.on('click', (about) => {
    net.focus();
    const id = about.nodes[0], shift = about.event.srcEvent && about.event.srcEvent.shiftKey;
    if (id !== undefined && shift && here() !== null && here() !== id) { showPath(here(), id); return; }
    if (id !== undefined) { choose(id); return; }
    const edge = edgeAt(about.pointer.canvas.x, about.pointer.canvas.y, 6 / network.getScale());
    if (edge !== null) { chooseEdge(edge); return; }
    if (state.selected && !state.path) go({ selected: null });
  });
  network.on('doubleClick', (about) => { if (about.nodes[0] !== undefined) lookAround([about.nodes[0]], 1); });
}

function startButtons() {
  byId('back').addEventListener('click', back);
  byId('more').addEventListener('click', () => openMenu(menu.hidden));
  document.addEventListener('pointerdown', (event) => { if (!menu.hidden && !menu.contains(event.target) && !byId('more').contains(event.target)) openMenu(false); });
  for (const name of ['graph', 'timeline']) byId(`tab-${name}`).addEventListener('click', () => go({ tab: name }));
  byId('tabs').addEventListener('keydown', (event) => {
    if (!/^Arrow(Left|Right)$/.test(event.key)) return;
    go({ tab: state.tab === 'graph' ? 'timeline' : 'graph' });
    byId(`tab-${state.tab}`).focus();
  });
  byId('zoom-in').addEventListener('click', () => zoomBy(1.4));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / 1.4));
  byId('zoom-fit').addEventListener('click', () => fit(true));
  byId('open-filters').addEventListener('click', () => openFilters(!document.body.classList.contains('filtering')));
}

// What the reader does to the texts before vis-network is there is made good when it is.
let finished = false, missed = false;
function heard(what) { if (finished) update(what); else missed = true; }

function start() {
  startNetwork();
  network.once('afterDrawing', () => {
    if (byId('first')) byId('first').remove();
    setTimeout(finish);
  });
  setTimeout(finish, 400); // a page in the background is never drawn
}
// After the picture: what answers to the reader.
function finish() {
  if (finished) return;
  finished = true;
  if (missed) update({ step: false, arrived: true, keys: new Set() });
  startMouse(); startButtons(); startSearch(); startKeys();
  prefersDark.addEventListener('change', applyTheme);
  performance.mark('guanxi-ready');
  document.documentElement.dataset.ready = '';
}
// For tests and for scripts: where a node is drawn, in CSS pixels of the window.
window.guanxi = Object.freeze({
  // Boxes of the names on the screen: [left, top, right, bottom] in CSS pixels of the drawing.
  names: () => lastLabels.map((one) => [one.x, one.y, one.x + one.label.width, one.y + one.label.height]),
  at(key) {
    const box = byId('net').getBoundingClientRect(), view = frame(), id = byKey.get(key);
    return { x: box.left + X[id] * view.scale + view.left, y: box.top + Y[id] * view.scale + view.top };
  },
});

watch(heard);
drawCount(); drawFilters(); drawPanel(true); drawTime();
if (state.tab === 'timeline') drawTimeline();
await shown();
await whole();
readLibrary();
start();
