// The shortest paths between two nodes, over what the filters let through, with the words of each step.
const MANY_PATHS = 50;

function findPath(from, to, pick = 0) {
  const distance = new Map([[from, 0]]), before = new Map([[from, []]]);
  let edge = [from];
  while (edge.length && !distance.has(to)) {
    const next = [];
    for (const id of edge) {
      for (const [other] of around(id)) {
        if (!distance.has(other)) { distance.set(other, distance.get(id) + 1); before.set(other, []); next.push(other); }
        if (distance.get(other) === distance.get(id) + 1) before.get(other).push(id);
      }
    }
    edge = next;
  }
  const all = [];
  const walk = (id, rest) => {
    if (all.length > MANY_PATHS) return;
    if (id === from) { all.push([from, ...rest]); return; }
    for (const previous of before.get(id)) walk(previous, [id, ...rest]);
  };
  if (distance.has(to) && standing(from) && standing(to) && from !== to) walk(to, []);
  const at = all.length ? Math.min(Math.max(0, pick), Math.min(all.length, MANY_PATHS) - 1) : 0, nodes = all[at] || [];
  const edges = nodes.slice(1).map((id, i) => edgesOf[id].find((one) => one.a === nodes[i] || one.b === nodes[i]).id);
  return { from, to, pick: at, count: all.length, nodes: nodes.length ? nodes : [from, to], edges, found: nodes.length > 0 };
}

function startPath(id) { go({ start: id, path: null, tab: 'graph' }); say(t('pathPick', nameOf(id), '')); }
function showPath(from, to, pick = 0) {
  go({ path: findPath(from, to, pick), start: null, focus: null, selected: null, tab: 'graph' });
  say(state.path.found ? `${t('pathTitle', nameOf(from), nameOf(to))}: ${t('pathSteps', state.path.edges.length)}` : t('pathNone'));
}
function endPath() { go({ path: null, start: null }); }

function startPanel() {
  const said = t('pathPick', '\u0000').split('\u0000');
  return [el('header', { class: 'asking' }, el('p', {}, said[0], el('b', {}, foreign(nameOf(state.start))), said[1]), button(t('pathCancel'), endPath))];
}

function pathPanel() {
  const { from, to, pick, count, nodes, edges, found } = state.path;
  const head = el('header', {},
    el('div', { class: 'kicker' }, found ? t('pathSteps', edges.length) : t('pathFrom'), button(icon('close'), endPath, { class: 'icon close', 'aria-label': t('close') })),
    el('h2', {}, foreign(nameOf(from)), ' → ', foreign(nameOf(to))),
    el('div', { class: 'actions' }, button(t('pathReverse'), () => showPath(to, from)), button(t('leave'), endPath)));
  if (!found) return [head, el('p', { class: 'notice' }, t('pathNone'))];
  if (count > 1) {
    const said = count > MANY_PATHS ? t('pathMany', pick + 1, MANY_PATHS) : t('pathOf', pick + 1, count);
    head.append(el('p', { class: 'soft' }, `${said} `, button(t('pathOther'), () => showPath(from, to, (pick + 1) % Math.min(count, MANY_PATHS)), { class: 'quiet' })));
  }
  const steps = edges.map((id, i) => {
    const relations = EDGES[id].relations.map((one) => RELATIONS[one]).filter(passes);
    const way = el('div', { class: 'way' }, nodeButton(nodes[i]), ' — ', nodeButton(nodes[i + 1]));
    if (i + 1 < edges.length) way.append(button(t('avoid'), () => { state.noNodes.add(nodes[i + 1]); showPath(from, to); }, { class: 'quiet', 'aria-label': `${t('avoid')} ${nameOf(nodes[i + 1])}` }));
    return el('li', {}, way, card(relations, null));
  });
  return [head, el('ol', { class: 'plain steps' }, ...steps)];
}
