// Where the picture is looked at from: vis-network's own place once it is there, and ours until then.
let network = null;
const camera = { x: 0, y: 0, scale: 1 };

// From the drawing's own measure to CSS pixels of the canvas: x -> x * scale + left.
function frame() {
  const scale = network ? network.getScale() : camera.scale, middle = network ? network.getViewPosition() : camera, box = byId('net');
  const width = box.clientWidth, height = box.clientHeight;
  return { scale, width, height, left: width / 2 - middle.x * scale, top: height / 2 - middle.y * scale };
}
let uncut = false; // whether it shows all of the picture, as it was fitted: nobody has moved or zoomed since
function look(position, scale, animation) {
  uncut = false;
  if (network) network.moveTo({ position, scale, animation });
  else Object.assign(camera, position, { scale });
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
  look(position, scale, animated ? glide() : false);
}
const shownIds = () => NODES.map((node) => node.id).filter((id) => visible.node[id]);
let fitted = 0, tall = 0; // the size of the drawing that it was last fitted to; 0: it had none, behind the timeline or in a frame not yet laid out
function fit(animated = false) {
  fitted = byId('net').clientWidth;
  tall = byId('net').clientHeight;
  if (!fitted) return;
  fitTo(shownIds(), 1.6, animated);
  uncut = true;
}
// Another width than that: a window made larger, or a notebook's frame that gets its size after the script has run. Another height:
// the panel below a narrow drawing.
function refit() {
  const { clientWidth: width, clientHeight: height } = byId('net');
  if (!width || (width === fitted && (height === tall || !uncut))) return;
  if (network) network.setSize('100%', '100%'); // it would see the change itself, but later, and scale the picture by it
  if (fitted) fit(); else arrange(false);
  if (network) network.redraw(); else if (byId('first')) showFirst();
}
// A node with its neighbours.
function centre(id) {
  const near = edgesOf[id].filter((edge) => visible.edge[edge.id]).flatMap((edge) => [edge.a, edge.b]);
  fitTo([id, ...near], 1.15, true);
}
