// The one state of the page. `go` changes where the reader is (a step of the history), `tune` changes filters and looks.
// Where all nodes are of one kind, its colour says nothing: communities do, if there are any.
const PLAIN_COLOUR = KINDS.length === 1 && NODES.some((node) => node.group >= 0) ? 'group' : 'kind';
const state = {
  tab: DATA.opens,
  selected: null, // {node: id} or {edge: id}
  focus: null, // {ids: [..], hops: 1 or 2}
  path: null, // {from: id, to: id, pick: which of the shortest}
  start: null, // node from which a path is asked, its end still to be chosen
  noKinds: new Set(),
  noTypes: new Set(),
  noNodes: new Set(),
  confidence: 0,
  from: null, // day, or null: from the beginning
  to: null,
  undated: true,
  colour: PLAIN_COLOUR,
  size: 'degree',
  sort: 'most',
};
const watchers = [];
const watch = (act) => watchers.push(act);

function changed(what) { for (const act of watchers) act(what); }
function go(change) {
  Object.assign(state, change);
  changed({ step: true, keys: new Set(Object.keys(change)) });
}
function tune(change) {
  Object.assign(state, change);
  changed({ step: false, keys: new Set(Object.keys(change)) });
}
