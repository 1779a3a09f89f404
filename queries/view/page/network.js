// vis-network shows, moves and finds the nodes. It is given nodes only: lines and names are drawn by canvas.js, all at one stroke.
let drawn = null, shownNodes = null;

function drawnNode(id) {
  return { id, shape: NODES[id].shape, size: nodeSize(id), color: nodeColour(id), x: X[id], y: Y[id] };
}
// After `compute`: the view of the data remembers what its filter let through when it was made.
function startNetwork() {
  drawn = new vis.DataSet(NODES.map((node) => drawnNode(node.id)));
  shownNodes = new vis.DataView(drawn, { filter: (node) => visible.node[node.id] === 1 });
  network = new vis.Network(byId('net'), { nodes: shownNodes, edges: new vis.DataSet([]) }, DATA.options);
  network.on('dragging', (about) => {
    for (const id of about.nodes) { const at = network.getPosition(id); X[id] = at.x; Y[id] = at.y; }
  });
  network.on('dragEnd', (about) => moved(about.nodes));
  network.on('beforeDrawing', beneath);
  network.on('afterDrawing', (g) => above(g));
  network.on('zoom', () => { uncut = false; });
  network.on('dragStart', () => { uncut = false; });
  network.moveTo({ position: camera, scale: camera.scale, animation: false });
}
function moved(ids) { if (network) drawn.update(ids.map((id) => ({ id, x: X[id], y: Y[id] }))); }
function recolour() { drawn.update(NODES.map((node) => ({ id: node.id, color: nodeColour(node.id), size: nodeSize(node.id) }))); }
