// Names stand at a constant size, the most connected first, and never on one another: whatever fits is named. Drawn once each and kept as bitmaps.
const LINE = 17, ROW = 11; // pixels between lines, characters a line
const bitmaps = new Map();
const measuring = document.createElement('canvas').getContext('2d');

const CLOSING = /[，。、；：！？）》”’」』】〉…,.;:!?)\]]/; // does not begin a line
function lines(name) {
  const chars = [...name.replace(/\s+/g, ' ').trim()];
  const narrow = (char) => char.codePointAt(0) < 0x2e80;
  const rows = [[]];
  let width = 0;
  for (const [place, char] of chars.entries()) {
    width += narrow(char) ? 0.55 : 1;
    if (width > ROW && rows.length === 2) { rows[1].push('…'); break; }
    if (width > ROW && chars.length - place > 1 && !CLOSING.test(char)) { rows.push([]); width = 1; }
    rows[rows.length - 1].push(char);
  }
  return rows.map((row) => row.join('')).filter(Boolean);
}

// A name measured, and later (only if it finds a place) drawn: {rows, width, height, …, canvas}.
function label(id, strong) {
  const key = `${id} ${strong}`;
  if (!bitmaps.has(key)) bitmaps.set(key, measured(lines(nameOf(id)), strong ? 600 : 400, strong ? 13.5 : 12.5, colours().ink));
  return bitmaps.get(key);
}
const SQUARE = /^[\u4e00-\u9fff]+$/; // Chinese characters are all as wide as one of them: nothing to measure
let square = 0;
function measured(rows, weight, size, ink) {
  const font = `${weight} ${size}px ${FONT}`;
  if (measuring.font !== font) { measuring.font = font; square = measuring.measureText('国').width; }
  const width = Math.ceil(Math.max(1, ...rows.map((row) => (SQUARE.test(row) ? row.length * square : measuring.measureText(row).width)))) + 8;
  return { rows, width, height: rows.length * LINE + 4, weight, size, ink, font, canvas: null };
}
function bitmap(made) {
  if (made.canvas) return made.canvas;
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const canvas = document.createElement('canvas');
  canvas.width = made.width * ratio; canvas.height = made.height * ratio;
  const g = canvas.getContext('2d');
  g.scale(ratio, ratio);
  writeRows(g, made, 0, 0);
  made.canvas = canvas;
  return canvas;
}
function writeRows(g, { rows, width, font, ink }, x, y) {
  Object.assign(g, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3.5, strokeStyle: colours().halo, fillStyle: ink });
  rows.forEach((row, i) => g.strokeText(row, x + width / 2, y + 2 + LINE * (i + 0.5)));
  rows.forEach((row, i) => g.fillText(row, x + width / 2, y + 2 + LINE * (i + 0.5)));
}

// Boxes that are taken, in a coarse grid, so that asking stays cheap.
function taken() {
  const grid = new Map(), CELL = 64;
  const cells = function* (box) {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++) for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) yield x * 100003 + y;
  };
  return {
    free(box) {
      for (const cell of cells(box)) for (const other of grid.get(cell) || []) if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      return true;
    },
    take(box) { for (const cell of cells(box)) { if (!grid.has(cell)) grid.set(cell, []); grid.get(cell).push(box); } },
  };
}

// Where a name may stand beside its node, the best place first: outwards on a ring, below otherwise.
function* spots(id, x, y, r, made, middle) {
  const below = [x - made.width / 2, y + r + 1], over = [x - made.width / 2, y - r - 1 - made.height];
  const right = [x + r + 1, y - made.height / 2], left = [x - r - 1 - made.width, y - made.height / 2];
  const across = middle === null ? 0 : (X[id] - X[middle]) / (Math.hypot(X[id] - X[middle], Y[id] - Y[middle]) || 1);
  const up = middle !== null && Y[id] < Y[middle];
  if (across > 0.3) yield right; else if (across < -0.3) yield left;
  yield* up ? [over, below] : [below, over];
  yield* across < 0 ? [left, right] : [right, left];
}

// Chooses which names stand where, in CSS pixels: [{id, x, y, label}], and the room they take. With few nodes no name covers a node,
// unless hardly any name would find a place.
function placeLabels(view, first, only) {
  const middle = state.focus && !state.path && state.focus.ids.length === 1 ? state.focus.ids[0] : null;
  const strict = visible.nodes <= 400 ? placeIn(roomAround(view), view, first, only, middle) : null;
  return strict && strict.placed.length >= Math.min(14, visible.nodes / 2) ? strict : placeIn(besideCards(), view, first, only, middle);
}
// The cards lie over the drawing: a name under one would be read in half.
function besideCards() {
  const room = taken();
  for (const { offsetParent, offsetLeft, offsetTop, offsetWidth, offsetHeight } of [byId('filters'), byId('zoom')]) {
    if (offsetParent) room.take([offsetLeft, offsetTop, offsetLeft + offsetWidth, offsetTop + offsetHeight]);
  }
  return room;
}
function roomAround(view) {
  const room = besideCards();
  for (const node of NODES) {
    if (!visible.node[node.id]) continue;
    const x = X[node.id] * view.scale + view.left, y = Y[node.id] * view.scale + view.top, r = nodeSize(node.id) * view.scale * 0.8;
    room.take([x - r, y - r, x + r, y + r]);
  }
  return room;
}
function placeIn(room, view, first, only, middle) {
  const placed = [], done = new Set(), most = Math.max(24, Math.round((view.width * view.height) / 8500));
  let tried = 0;
  for (const id of [...first, ...ranked]) {
    if (placed.length >= most || tried > most * 5) break;
    if (!visible.node[id] || done.has(id) || (only && !only.has(id))) continue;
    done.add(id);
    const x = X[id] * view.scale + view.left, y = Y[id] * view.scale + view.top;
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 20) continue;
    tried++;
    const made = label(id, first.has(id) && strongly(id));
    for (const spot of spots(id, x, y, nodeSize(id) * view.scale, made, middle === id ? null : middle)) {
      const [left, top] = spot.map(Math.round); // between two pixels a bitmap blurs
      const box = [left, top, left + made.width, top + made.height];
      if (box[0] < 0 || box[2] > view.width || !room.free(box)) continue;
      room.take(box);
      placed.push({ id, x: left, y: top, label: made });
      break;
    }
  }
  return { placed, room };
}
// Names to stand out: what is selected, what the focus is around, the ends of a path.
function strongly(id) {
  return (state.selected && state.selected.node === id) || state.start === id || Boolean(state.focus && state.focus.ids.includes(id)) || Boolean(state.path && (id === state.path.from || id === state.path.to));
}
