// Colours and outlines, the same on the canvas, in the legend and in an exported drawing.
const FONT = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';
const THEMES = {
  light: { back: '#fbfaf7', ink: '#22272e', soft: '#67707c', line: '#5d6b7c', halo: '#fbfaf7', accent: '#b3372f', grey: '#b4bac2' },
  dark: { back: '#16191d', ink: '#e7e9ec', soft: '#97a0ab', line: '#93a4b8', halo: '#16191d', accent: '#ff8f7f', grey: '#59626d' },
};
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
let theme = 'auto';
const dark = () => theme === 'dark' || (theme === 'auto' && prefersDark.matches);
const colours = () => THEMES[dark() ? 'dark' : 'light'];

const kindColour = (kind) => (dark() ? KINDS[kind].dark : KINDS[kind].light);

// Jurisdictions by number of nodes; the largest have a colour of their own.
const jurisdictions = (() => {
  const count = new Map();
  for (const node of NODES) if (node.props && node.props.jurisdiction) count.set(node.props.jurisdiction, (count.get(node.props.jurisdiction) || 0) + 1);
  return [...count.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
})();
const jurisdictionNumber = new Map(jurisdictions.map(([name], place) => [name, place]));
const groups = (() => {
  const found = [];
  for (const id of ranked) {
    const { group } = NODES[id];
    if (group < 0) continue;
    if (!found[group]) found[group] = { head: id, count: 0 };
    found[group].count++;
  }
  return found;
})();
const mostDegree = Math.max(1, ...NODES.map((node) => node.degree));

function scaleColour(share) {
  const ends = dark() ? [[58, 74, 92], [255, 196, 107]] : [[201, 214, 226], [168, 52, 38]];
  return `rgb(${ends[0].map((from, i) => Math.round(from + (ends[1][i] - from) * share)).join(',')})`;
}
function groupColour(place) { return place >= 0 && place < DATA.groups.length ? DATA.groups[place] : colours().grey; }
function nodeColour(id) {
  const node = NODES[id];
  if (state.colour === 'group') return groupColour(node.group);
  if (state.colour === 'jurisdiction') return groupColour(jurisdictionNumber.get(node.props && node.props.jurisdiction) ?? -1);
  if (state.colour === 'degree') return scaleColour(Math.sqrt(node.degree / mostDegree));
  return kindColour(node.kind);
}
function nodeSize(id) {
  const node = NODES[id];
  if (state.size === 'same') return 8 * KINDS[node.kind].scale;
  if (state.size === 'group') return Math.min(24, 6 + (node.group < 0 ? 0 : Math.sqrt(groups[node.group].count))) * KINDS[node.kind].scale;
  return node.size;
}

// Corners of a shape of size `r` around the origin, as vis-network draws it; null for a dot.
function corners(shape, r) {
  const ring = (count, turn, reach = () => r) => Array.from({ length: count }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / count;
    return [Math.cos(angle) * reach(i), Math.sin(angle) * reach(i)];
  });
  if (shape === 'square') return [[-r, -r], [r, -r], [r, r], [-r, r]];
  if (shape === 'diamond') return [[0, r], [r, 0], [0, -r], [-r, 0]];
  if (shape === 'hexagon') return ring(6, 0);
  if (shape === 'triangle' || shape === 'triangleDown') {
    const size = r * 1.15, sign = shape === 'triangle' ? 1 : -1, shift = 0.275 * size * sign;
    const inner = (Math.sqrt(3) / 6) * 2 * size, height = Math.sqrt(4 * size * size - size * size);
    return [[0, -sign * (height - inner) + shift], [size, sign * inner + shift], [-size, sign * inner + shift]];
  }
  if (shape === 'star') return ring(10, -Math.PI / 2, (i) => r * 0.82 * (i % 2 ? 0.5 : 1.3)).map(([x, y]) => [x, y + 0.1 * r]);
  return null;
}
function trace(g, shape, x, y, r) {
  const points = corners(shape, r);
  if (!points) { g.moveTo(x + r, y); g.arc(x, y, r, 0, 2 * Math.PI); return; }
  points.forEach(([dx, dy], i) => (i ? g.lineTo(x + dx, y + dy) : g.moveTo(x + dx, y + dy)));
  g.closePath();
}
function svgShape(shape, x, y, r, about) {
  const points = corners(shape, r), at = (value) => value.toFixed(1);
  if (!points) return svg('circle', { cx: at(x), cy: at(y), r: at(r), ...about });
  return svg('polygon', { points: points.map(([dx, dy]) => `${at(x + dx)},${at(y + dy)}`).join(' '), ...about });
}
// A small sign for a kind: in the legend, in lists, beside names.
function sign(kind, colour = kindColour(kind)) {
  const shape = KINDS[kind].shape;
  const drawn = svg('svg', { viewBox: '-8 -8 16 16', width: 14, height: 14, 'aria-hidden': 'true', class: 'sign' });
  drawn.append(svgShape(shape, 0, 0, 6 * KINDS[kind].scale, { fill: colour }));
  return drawn;
}
