// What is drawn beside the nodes: lines under them, and over them the spotlight of what is selected, and the names.
let lastLabels = [];

function lit() {
  if (state.path) return { nodes: new Set(state.path.nodes), edges: new Set(state.path.edges), strong: true };
  const chosen = state.selected;
  if (!chosen) return null;
  if (chosen.edge != null) { const edge = EDGES[chosen.edge]; return { nodes: new Set([edge.a, edge.b]), edges: new Set([edge.id]), strong: true }; }
  const nodes = new Set([chosen.node]), edges = new Set();
  for (const edge of edgesOf[chosen.node]) if (visible.edge[edge.id]) { edges.add(edge.id); nodes.add(edge.a).add(edge.b); }
  return { nodes, edges, strong: false };
}

const weightOf = (edge) => {
  let weight = 0;
  for (const id of edge.relations) if (visible.relation[id]) weight += TYPES[RELATIONS[id].type].derived ? timesIn(RELATIONS[id]) : 0;
  return weight;
};
const thickness = (edge) => { const weight = weightOf(edge); return weight > 1 ? Math.min(7, 1 + Math.log2(weight)) : 1; };
const anyDerived = TYPES.some((type) => type.derived);

function drawLines(g, view) {
  const many = visible.relations;
  const alpha = (dark() ? 0.5 : 0.42) / (1 + Math.max(0, Math.log10(Math.max(1, many) / 60)) * 0.9);
  const classes = new Map();
  const minX = -view.left / view.scale, maxX = (view.width - view.left) / view.scale, minY = -view.top / view.scale, maxY = (view.height - view.top) / view.scale;
  for (const edge of EDGES) {
    if (!visible.edge[edge.id]) continue;
    const ax = X[edge.a], ay = Y[edge.a], bx = X[edge.b], by = Y[edge.b];
    if ((ax < minX && bx < minX) || (ax > maxX && bx > maxX) || (ay < minY && by < minY) || (ay > maxY && by > maxY)) continue;
    const width = anyDerived ? Math.round(thickness(edge)) : 1;
    if (!classes.has(width)) classes.set(width, []);
    classes.get(width).push(edge);
  }
  g.save();
  g.strokeStyle = colours().line;
  for (const [width, edges] of classes) {
    g.globalAlpha = Math.min(0.8, alpha * (width > 1 ? 1.3 : 1));
    g.lineWidth = width / view.scale;
    for (let from = 0; from < edges.length; from += 300) {
      g.beginPath();
      for (const edge of edges.slice(from, from + 300)) line(g, edge);
      g.stroke();
    }
  }
  g.restore();
}
function line(g, edge) {
  if (edge.a === edge.b) { const r = nodeSize(edge.a) + 6; g.moveTo(X[edge.a] + r, Y[edge.a] - r); g.arc(X[edge.a], Y[edge.a] - r, r, 0, 2 * Math.PI); return; }
  g.moveTo(X[edge.a], Y[edge.a]);
  g.lineTo(X[edge.b], Y[edge.b]);
}

// Which way a line points, where all its shown relations agree: 1 from a to b, -1 from b to a, 0 otherwise.
function direction(edge) {
  let way = 0;
  for (const id of edge.relations) {
    if (!visible.relation[id]) continue;
    if (TYPES[RELATIONS[id].type].derived) return 0;
    const one = RELATIONS[id].source === edge.a ? 1 : -1;
    if (way && way !== one) return 0;
    way = one;
  }
  return way;
}
function drawArrow(g, edge, view, colour) {
  const way = direction(edge);
  if (!way || edge.a === edge.b) return;
  const [from, to] = way > 0 ? [edge.a, edge.b] : [edge.b, edge.a];
  const angle = Math.atan2(Y[to] - Y[from], X[to] - X[from]), away = nodeSize(to) + 3 / view.scale, size = 7 / view.scale;
  const x = X[to] - Math.cos(angle) * away, y = Y[to] - Math.sin(angle) * away;
  g.fillStyle = colour;
  g.beginPath();
  g.moveTo(x, y);
  for (const turn of [0.42, -0.42]) g.lineTo(x - Math.cos(angle + turn) * size, y - Math.sin(angle + turn) * size);
  g.fill();
}
const arrowed = (view) => visible.relations <= 600 && view.scale > 0.45;

function beneath(g) {
  const view = frame();
  drawLines(g, view);
  if (!arrowed(view)) return;
  g.save();
  g.globalAlpha = 0.55;
  for (const edge of EDGES) if (visible.edge[edge.id]) drawArrow(g, edge, view, colours().line);
  g.restore();
}

// The rest steps back behind a veil; what belongs to the selection is drawn again above it.
function spotlight(g, view, light) {
  g.save();
  const x = -view.left / view.scale, y = -view.top / view.scale;
  g.globalAlpha = dark() ? 0.76 : 0.8;
  g.fillStyle = colours().back;
  g.fillRect(x, y, view.width / view.scale, view.height / view.scale);
  g.globalAlpha = light.strong ? 0.95 : 0.75;
  g.strokeStyle = light.strong ? colours().accent : colours().line;
  for (const id of light.edges) {
    if (!visible.edge[id]) continue;
    g.lineWidth = (light.strong ? 2.6 : 1.3 * thickness(EDGES[id])) / view.scale;
    g.beginPath();
    line(g, EDGES[id]);
    g.stroke();
    if (view.scale > 0.3) drawArrow(g, EDGES[id], view, g.strokeStyle);
  }
  g.globalAlpha = 1;
  for (const id of light.nodes) {
    if (!visible.node[id]) continue;
    g.beginPath();
    trace(g, NODES[id].shape, X[id], Y[id], nodeSize(id));
    g.fillStyle = nodeColour(id);
    g.fill();
  }
  g.restore();
}
function ring(g, view, id) {
  g.save();
  g.strokeStyle = colours().ink;
  g.lineWidth = 2 / view.scale;
  g.beginPath();
  trace(g, NODES[id].shape, X[id], Y[id], nodeSize(id) + 3.5 / view.scale);
  g.stroke();
  g.restore();
}

// What is selected is what the whole picture is around: nothing needs to step back.
const centred = () => state.focus && state.selected && state.selected.node != null && state.focus.ids.includes(state.selected.node);

function above(g, write = stamp) {
  const view = frame(), light = lit();
  if (light && !(centred() && !light.strong)) spotlight(g, view, light);
  const first = new Set();
  if (state.selected && state.selected.node != null) { first.add(state.selected.node); if (visible.node[state.selected.node]) ring(g, view, state.selected.node); }
  if (light) for (const id of light.nodes) first.add(id);
  if (state.start !== null && visible.node[state.start]) ring(g, view, state.start);
  if (state.focus) for (const id of state.focus.ids) first.add(id);
  const { placed, room } = placeLabels(view, first, light && !state.focus && !state.path ? light.nodes : null);
  lastLabels = placed;
  toMake = BITMAPS;
  const ratio = g.canvas.width / byId('net').clientWidth || 1;
  g.save();
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const one of placed) write(g, one);
  for (const one of edgeWords(view, room, light)) write(g, one);
  g.restore();
}

// A name that stays is kept as a bitmap, which is quicker to move; some a frame, since making one takes longer than writing it.
const BITMAPS = 24;
let toMake = BITMAPS;
function stamp(g, one) {
  if (!one.label.canvas && toMake-- <= 0) writeText(g, one);
  else g.drawImage(bitmap(one.label), one.x, one.y, one.label.width, one.label.height);
}

// Words on lines, where there is room: few lines, or those of the selection.
function edgeWords(view, room, light) {
  const shown = light ? [...light.edges] : visible.relations <= 90 ? EDGES.map((edge) => edge.id) : [];
  if (shown.length > 60) return [];
  const found = [];
  for (const id of shown) {
    const edge = EDGES[id];
    if (!visible.edge[id]) continue;
    const length = Math.hypot(X[edge.a] - X[edge.b], Y[edge.a] - Y[edge.b]) * view.scale;
    const words = edgeWord(edge), key = `line ${words}`;
    if (!bitmaps.has(key)) bitmaps.set(key, measured([words], 400, 11, colours().soft));
    const made = bitmaps.get(key);
    if (length < made.width + 30) continue;
    const x = Math.round(((X[edge.a] + X[edge.b]) / 2) * view.scale + view.left - made.width / 2), y = Math.round(((Y[edge.a] + Y[edge.b]) / 2) * view.scale + view.top - made.height / 2);
    const box = [x, y, x + made.width, y + made.height];
    if (x < 0 || y < 0 || !room.free(box)) continue;
    room.take(box);
    found.push({ x, y, label: made, words });
  }
  return found;
}
function edgeWord(edge) {
  const words = [];
  for (const id of edge.relations) {
    if (!visible.relation[id]) continue;
    const relation = RELATIONS[id];
    words.push(TYPES[relation.type].derived ? `×${timesIn(relation)}` : typeWord(relation.type));
  }
  return [...new Set(words)].join('·');
}

// The line nearest to a point of the drawing, within `reach`; null if none is near.
function edgeAt(x, y, reach) {
  let best = null, nearest = reach;
  for (const edge of EDGES) {
    if (!visible.edge[edge.id]) continue;
    const ax = X[edge.a], ay = Y[edge.a], dx = X[edge.b] - ax, dy = Y[edge.b] - ay;
    const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(x - ax - share * dx, y - ay - share * dy);
    if (away < nearest) { nearest = away; best = edge.id; }
  }
  return best;
}

const inView = (view, id) => {
  const x = X[id] * view.scale + view.left, y = Y[id] * view.scale + view.top, r = nodeSize(id) * view.scale;
  return visible.node[id] && x > -r && y > -r && x < view.width + r && y < view.height + r;
};
// The whole picture without vis-network, at `ratio` pixels to one of CSS: the first one on the screen, and a PNG.
function drawWhole(ratio) {
  const view = frame(), canvas = document.createElement('canvas');
  canvas.width = view.width * ratio; canvas.height = view.height * ratio;
  const g = canvas.getContext('2d');
  g.fillStyle = colours().back;
  g.fillRect(0, 0, canvas.width, canvas.height);
  g.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.left, ratio * view.top);
  beneath(g);
  for (const node of NODES) {
    if (!inView(view, node.id)) continue;
    g.beginPath();
    trace(g, node.shape, X[node.id], Y[node.id], nodeSize(node.id));
    g.fillStyle = nodeColour(node.id);
    g.fill();
  }
  above(g, writeText);
  return canvas;
}
// Words drawn anew at the picture's own resolution; the screen's bitmaps would blur.
const writeText = (g, one) => writeRows(g, one.label, one.x, one.y);
