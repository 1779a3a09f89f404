// vis-network shows, moves and finds the nodes. It is given nodes only: lines and names are drawn by canvas.js, all at one stroke.
const X = Float64Array.from(NODES, (node) => node.x), Y = Float64Array.from(NODES, (node) => node.y);
const home = { x: X.slice(), y: Y.slice() };
const drawn = new vis.DataSet(NODES.map((node) => drawnNode(node.id)));
let shownNodes = null, network = null;

function drawnNode(id) {
  return { id, shape: NODES[id].shape, size: nodeSize(id), color: nodeColour(id), x: X[id], y: Y[id] };
}
// After `compute`: the view of the data remembers what its filter let through when it was made.
function startNetwork() {
  shownNodes = new vis.DataView(drawn, { filter: (node) => visible.node[node.id] === 1 });
  network = new vis.Network(byId('net'), { nodes: shownNodes, edges: new vis.DataSet([]) }, DATA.options);
  network.on('dragging', (about) => {
    for (const id of about.nodes) { const at = network.getPosition(id); X[id] = at.x; Y[id] = at.y; }
  });
  network.on('dragEnd', (about) => drawn.update(about.nodes.map((id) => ({ id, x: X[id], y: Y[id] }))));
}
function place(positions) {
  for (const [id, [x, y]] of positions) { X[id] = x; Y[id] = y; }
  drawn.update([...positions.keys()].map((id) => ({ id, x: X[id], y: Y[id] })));
}
function placeHome() {
  const moved = [];
  for (const node of NODES) {
    if (X[node.id] !== home.x[node.id] || Y[node.id] !== home.y[node.id]) {
      X[node.id] = home.x[node.id]; Y[node.id] = home.y[node.id];
      moved.push({ id: node.id, x: X[node.id], y: Y[node.id] });
    }
  }
  if (moved.length) drawn.update(moved);
}
function recolour() { drawn.update(NODES.map((node) => ({ id: node.id, color: nodeColour(node.id), size: nodeSize(node.id) }))); }

// From the drawing's own measure to CSS pixels of the canvas: x -> x * scale + left.
function frame() {
  const scale = network.getScale(), middle = network.getViewPosition(), box = byId('net');
  const width = box.clientWidth, height = box.clientHeight;
  return { scale, width, height, left: width / 2 - middle.x * scale, top: height / 2 - middle.y * scale };
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
const glide = () => (calm.matches ? false : { duration: 260, easingFunction: 'easeInOutQuad' });

// Fits nodes into the part of the canvas that no card covers, with room for names beside a ring.
function fitTo(ids, most, animated) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const id of ids) {
    const r = nodeSize(id);
    left = Math.min(left, X[id] - r); right = Math.max(right, X[id] + r);
    top = Math.min(top, Y[id] - r); bottom = Math.max(bottom, Y[id] + r);
  }
  if (left === Infinity) return;
  const { width, height } = frame(), filters = byId('filters'), ringed = state.focus && !state.path;
  const covered = filters.offsetParent && width > 700 ? filters.offsetWidth + 14 : 0, margin = Math.min(ringed ? 280 : 100, width * 0.3);
  const scale = Math.min(Math.max(80, width - covered - margin) / Math.max(1, right - left), Math.max(80, height - 76) / Math.max(1, bottom - top), most);
  const position = { x: (left + right) / 2 - covered / 2 / scale, y: (top + bottom) / 2 };
  network.moveTo({ position, scale, animation: animated ? glide() : false });
}
const shownIds = () => NODES.map((node) => node.id).filter((id) => visible.node[id]);
function fit(animated = false) { fitTo(shownIds(), 1.6, animated); }
// A node with its neighbours.
function centre(id) {
  const near = edgesOf[id].filter((edge) => visible.edge[edge.id]).flatMap((edge) => [edge.a, edge.b]);
  fitTo([id, ...near], 1.15, true);
}
