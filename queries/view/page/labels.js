// Names stand at a constant size, the most connected first, and never on one another: whatever fits is named. Drawn once each and kept as bitmaps.
const LINE = 17, ROW = 11; // pixels between lines, characters a line
const bitmaps = new Map();
const measuring = document.createElement('canvas').getContext('2d');

function lines(name) {
  const chars = [...name.replace(/\s+/g, ' ').trim()];
  const narrow = (char) => char.codePointAt(0) < 0x2e80;
  const rows = [[]];
  let width = 0;
  for (const [place, char] of chars.entries()) {
    width += narrow(char) ? 0.55 : 1;
    if (width > ROW && rows.length === 2) { rows[1].push('…'); break; }
    if (width > ROW && chars.length - place > 1) { rows.push([]); width = 1; }
    rows[rows.length - 1].push(char);
  }
  return rows.map((row) => row.join('')).filter(Boolean);
}

function label(id, strong) {
  const key = `${id} ${strong}`;
  if (bitmaps.has(key)) return bitmaps.get(key);
  const made = bitmap(lines(nameOf(id)), strong ? 600 : 400, strong ? 13.5 : 12.5, colours().ink);
  if (bitmaps.size > 1500) bitmaps.clear();
  bitmaps.set(key, made);
  return made;
}
function bitmap(rows, weight, size, ink) {
  const ratio = Math.min(3, window.devicePixelRatio || 1), font = `${weight} ${size}px ${FONT}`;
  measuring.font = font;
  const width = Math.ceil(Math.max(1, ...rows.map((row) => measuring.measureText(row).width))) + 8, height = rows.length * LINE + 4;
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio; canvas.height = height * ratio;
  const g = canvas.getContext('2d');
  g.scale(ratio, ratio);
  Object.assign(g, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 3.5, strokeStyle: colours().halo, fillStyle: ink });
  rows.forEach((row, i) => g.strokeText(row, width / 2, 2 + LINE * (i + 0.5)));
  rows.forEach((row, i) => g.fillText(row, width / 2, 2 + LINE * (i + 0.5)));
  return { canvas, rows, width, height, weight, size, ink };
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

// Chooses which names stand where, in CSS pixels: [{id, x, y, strong, label}], and the room they take.
function placeLabels(view, first, dimmed) {
  const room = taken(), placed = [];
  const most = Math.max(24, Math.round((view.width * view.height) / 6500));
  const order = [...first, ...ranked];
  const done = new Set();
  for (const id of order) {
    if (placed.length >= most) break;
    if (!visible.node[id] || done.has(id)) continue;
    done.add(id);
    if (dimmed && !dimmed.has(id)) continue;
    const x = X[id] * view.scale + view.left, y = Y[id] * view.scale + view.top;
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 20) continue;
    const strong = first.has(id) && (!dimmed || first.size < 4 || id === [...first][0]);
    const made = label(id, strong), r = nodeSize(id) * view.scale;
    for (const top of [y + r + 1, y - r - 1 - made.height]) {
      const box = [x - made.width / 2, top, x + made.width / 2, top + made.height];
      if (!room.free(box)) continue;
      room.take(box);
      placed.push({ id, x: box[0], y: top, label: made, strong });
      break;
    }
  }
  return { placed, room };
}
