// What the filters let through. A relation is shown if its kind of relation is on, its confidence is high enough or unknown, its time
// meets the period (or it is undated and those are kept), and both its ends are shown. A node is shown if its kind is on, it is not hidden,
// it belongs to the focus or the path, and, once relations are filtered, at least one relation of it passes.
const visible = { degree: new Uint32Array(NODES.length), node: new Uint8Array(NODES.length), relation: new Uint8Array(RELATIONS.length), edge: new Uint8Array(EDGES.length), nodes: 0, relations: 0 };

const narrowed = () => state.from !== null || state.to !== null || !state.undated || state.confidence > 0 || state.noTypes.size > 0;

// How many of a relation's dates meet the period: 0 or 1, more for one that sums up several events.
function timesIn(relation) {
  let times = state.undated ? relation.undated : 0;
  for (let i = 0; i < relation.days.length; i += 2) {
    if ((state.to === null || relation.days[i] <= state.to) && (state.from === null || relation.days[i + 1] >= state.from)) times++;
  }
  return times;
}
const sure = (relation) => relation.confidence < 0 || relation.confidence >= state.confidence;
const passes = (relation) => !state.noTypes.has(relation.type) && sure(relation) && timesIn(relation) > 0;
const standing = (id) => !state.noKinds.has(NODES[id].kind) && !state.noNodes.has(id);

function scope() {
  if (state.path) return new Set(state.path.nodes);
  return state.focus ? state.focus.members : null;
}

function compute() {
  const within = scope(), some = narrowed();
  const alive = new Uint8Array(NODES.length);
  for (const relation of RELATIONS) {
    visible.relation[relation.id] = passes(relation) ? 1 : 0;
    if (visible.relation[relation.id]) { alive[relation.source] = 1; alive[relation.target] = 1; }
  }
  visible.nodes = 0;
  for (const node of NODES) {
    const on = standing(node.id) && (!within || within.has(node.id)) && (!some || alive[node.id] || (within && state.focus && state.focus.ids.includes(node.id)));
    visible.node[node.id] = on ? 1 : 0;
    visible.nodes += visible.node[node.id];
  }
  visible.edge.fill(0);
  visible.relations = 0;
  visible.degree.fill(0);
  for (const relation of RELATIONS) {
    if (visible.relation[relation.id] && !(visible.node[relation.source] && visible.node[relation.target])) visible.relation[relation.id] = 0;
    if (visible.relation[relation.id]) {
      visible.relations++;
      visible.edge[relation.edge.id] = 1;
      for (const end of new Set([relation.source, relation.target])) visible.degree[end]++;
    }
  }
}

// Neighbours over relations that pass, whatever the focus: the ground of focus and path.
function* around(id) {
  for (const edge of edgesOf[id]) {
    const other = edge.a === id ? edge.b : edge.a;
    if (other !== id && standing(other) && edge.relations.some((r) => passes(RELATIONS[r]))) yield [other, edge];
  }
}

// Nodes within `hops` of `ids` → their distance, in the order in which they are met.
function reach(ids, hops) {
  const found = new Map(ids.map((id) => [id, 0]));
  let ring = ids;
  for (let hop = 1; hop <= hops; hop++) {
    const next = [];
    for (const id of ring) for (const [other] of around(id)) if (!found.has(other)) { found.set(other, hop); next.push(other); }
    ring = next;
  }
  return found;
}
