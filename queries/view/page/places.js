// Where nodes stand: at home, where the layout put them; when only a part is shown, around its middle in rings, or along a path.
const X = Float64Array.from(NODES, (node) => node.x), Y = Float64Array.from(NODES, (node) => node.y);
const home = { x: X.slice(), y: Y.slice() };
function place(positions) {
  for (const [id, [x, y]] of positions) { X[id] = x; Y[id] = y; }
  moved([...positions.keys()]);
}
function placeHome() {
  const away = NODES.map((node) => node.id).filter((id) => X[id] !== home.x[id] || Y[id] !== home.y[id]);
  for (const id of away) { X[id] = home.x[id]; Y[id] = home.y[id]; }
  if (away.length) moved(away);
}

function focused(ids, hops) { return { ids, hops, members: new Set(reach(ids, hops).keys()) }; }

// The order around a ring: a roster in its own order, events by date, then kinds and names.
function ringOrder(middle, members) {
  const rank = (id) => Math.min(1e6, ...relationsOf[middle].filter((r) => otherEnd(r, middle) === id && r.props.rank > 0).map((r) => r.props.rank));
  const when = (id) => String((NODES[id].props || {}).date || '9');
  return [...members].sort((a, b) => NODES[a].kind - NODES[b].kind || rank(a) - rank(b) || (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0) || a - b);
}

// One middle: its neighbours on a ring, their own neighbours behind them in sectors as wide as they need.
function radial(middle, focus) {
  const found = reach([middle], focus.hops), positions = new Map([[middle, [0, 0]]]);
  const inner = ringOrder(middle, [...found].filter(([, hop]) => hop === 1).map(([id]) => id));
  const children = new Map(inner.map((id) => [id, []]));
  const owner = new Map();
  for (const id of inner) for (const [other] of around(id)) if (found.get(other) === 2 && !owner.has(other)) { owner.set(other, id); children.get(id).push(other); }
  const weight = (id) => Math.max(1, children.get(id).length * 0.9);
  const total = inner.reduce((sum, id) => sum + weight(id), 0);
  const near = Math.max(170, (inner.length * 44) / (2 * Math.PI)), far = Math.max(near + 230, (owner.size * 34) / (2 * Math.PI));
  let angle = -Math.PI / 2;
  for (const id of inner) {
    const width = (weight(id) / total) * 2 * Math.PI, turn = angle + width / 2;
    positions.set(id, [Math.cos(turn) * near, Math.sin(turn) * near]);
    children.get(id).forEach((child, i, all) => {
      const at = angle + (width * (i + 0.5)) / all.length, out = far + (all.length > 6 ? (i % 2) * 60 : 0);
      positions.set(child, [Math.cos(at) * out, Math.sin(at) * out]);
    });
    angle += width;
  }
  return positions;
}
function chain(nodes) {
  const step = 230, { width } = frame();
  const row = Math.max(2, Math.min(nodes.length, Math.floor(width / 170)));
  return new Map(nodes.map((id, i) => {
    const line = Math.floor(i / row), along = line % 2 ? row - 1 - (i % row) : i % row;
    return [id, [along * step, line * 190 + (along % 2) * 70]];
  }));
}

// Puts the nodes where the state wants them and shows that part.
function arrange(animated) {
  placeHome();
  if (state.path && state.path.nodes.length) place(chain(state.path.nodes));
  else if (state.focus && state.focus.ids.length === 1 && state.focus.members.size <= 700) place(radial(state.focus.ids[0], state.focus));
  fit(animated);
}
