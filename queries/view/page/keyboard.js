// Keys: everything that the mouse does.
function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === 'Escape') { escape(event); return; }
    if (typing || byId('help').open) return;
    const act = KEYS[event.key] || (state.tab === 'graph' ? GRAPH_KEYS[event.key] : null);
    const moves = /^Arrow/.test(event.key);
    if (!act || (moves && document.activeElement !== byId('net') && document.activeElement !== document.body)) return;
    event.preventDefault();
    act();
  });
}
function escape(event) {
  if (!menu.hidden) { openMenu(false); byId('more').focus(); return; }
  if (byId('help').open || event.defaultPrevented) return;
  if (document.body.classList.contains('filtering')) { openFilters(false); return; }
  if (state.start !== null) go({ start: null });
  else if (state.path) endPath();
  else if (state.selected) go({ selected: null });
  else if (state.focus) leaveFocus();
}
const here = () => (state.selected && state.selected.node != null ? state.selected.node : null);
const withNode = (act) => () => { if (here() !== null) act(here()); };
function pan(dx, dy) {
  const at = network.getViewPosition(), scale = network.getScale();
  look({ x: at.x + dx / scale, y: at.y + dy / scale }, scale, false);
}
const zoomBy = (factor) => look(network.getViewPosition(), Math.min(6, Math.max(0.02, network.getScale() * factor)), glide());
const KEYS = {
  '/': () => query.focus(),
  '?': () => openHelp(),
  '[': () => back(),
};
const GRAPH_KEYS = {
  0: () => fit(true),
  '+': () => zoomBy(1.3),
  '=': () => zoomBy(1.3),
  '-': () => zoomBy(1 / 1.3),
  n: withNode((id) => lookAround([id], 1)),
  2: withNode((id) => lookAround([id], 2)),
  h: withNode((id) => hideNode(id)),
  p: withNode((id) => startPath(id)),
  ArrowLeft: () => pan(-80, 0),
  ArrowRight: () => pan(80, 0),
  ArrowUp: () => pan(0, -80),
  ArrowDown: () => pan(0, 80),
};
