// The same data by official: what, when, where, and the words. A strip of dots shows the years at a glance.
const timelineBox = byId('timeline');
const opened = new Set();

function officials() {
  const people = NODES.map((node) => node.id).filter((id) => isKind(id, 'Person') && visible.node[id]);
  const rows = people.map((id) => { const relations = shownOf(id); return { id, relations, dated: relations.filter((r) => r.days.length).length, latest: Math.max(...relations.map(firstDay), -Infinity) }; });
  const compare = { most: (a, b) => b.dated - a.dated, latest: (a, b) => b.latest - a.latest, name: (a, b) => nameOf(a.id).localeCompare(nameOf(b.id), 'zh') }[state.sort];
  const chosen = (row) => (state.selected && state.selected.node === row.id ? 0 : 1);
  return rows.filter((row) => row.relations.length).sort((a, b) => chosen(a) - chosen(b) || compare(a, b) || a.id - b.id);
}
const period = () => {
  const [low, high] = periods.length ? span() : [0, -1];
  return high < low ? null : [periods[low].from, periods[high].to];
};

function strip(relations) {
  const within = period(), drawn = el('div', { class: 'strip', 'aria-hidden': 'true' });
  if (!within) return drawn;
  const [first, last] = within, at = (value) => ((Math.min(last, Math.max(first, value)) - first) / Math.max(1, last - first)) * 100;
  const lasting = (relation) => (relation.days.length === 2 && relation.days[1] - relation.days[0] > 45 ? 0 : 1);
  for (const relation of [...relations].sort((a, b) => lasting(a) - lasting(b))) {
    for (let i = 0; i < relation.days.length; i += 2) {
      const [from, to] = [relation.days[i], relation.days[i + 1]];
      if (to < first || from > last) continue;
      const event = isKind(relation.target, 'Event') || TYPES[relation.type].derived, dot = el('i', { class: to - from > 45 ? 'span' : '' });
      dot.style.left = `${at(from)}%`;
      if (to - from > 45) dot.style.width = `${Math.max(0.5, at(to) - at(from))}%`;
      dot.style.background = kindColour(event && kindNumber.Event !== undefined ? kindNumber.Event : NODES[relation.target].kind);
      drawn.append(dot);
    }
  }
  return drawn;
}
function yearRow() {
  const within = period(), row = el('div', { class: 'years', 'aria-hidden': 'true' });
  if (!within) return row;
  const [first, last] = within, from = Number(isoDay(first).slice(0, 4)), to = Number(isoDay(last).slice(0, 4));
  for (let year = from; year <= to; year += Math.ceil((to - from + 1) / 12)) {
    const at = (Date.UTC(year, 0, 1) / DAY - first) / Math.max(1, last - first);
    const tick = el('span', {}, String(year));
    tick.style.left = `${Math.max(0, at) * 100}%`;
    if (at < 0.97) row.append(tick);
  }
  return row;
}

function whereOf(id) {
  const places = relationsOf[id].filter((r) => isType(r, 'LOCATED_IN') && r.source === id && passes(r)).map((r) => r.target);
  return isKind(id, 'Event') ? el('span', {}, ...places.map((place) => nodeButton(place))) : null;
}
function capacity(group) {
  const words = group.flatMap((r) => [r.props.capacity, r.props.role && valueWord(r.props.role), r.props.kind && valueWord(r.props.kind)]);
  return foreign([...new Set(words.filter(Boolean))].join(' · '));
}
function factRow(group, id) {
  const other = otherEnd(group[0], id), dates = [...new Set(group.map(dateText))].join('；');
  const row = el('tr', {}, el('td', { class: 'when' }, dates), el('td', {}, el('span', { class: 'verbs' }, [...new Set(group.map((r) => arrowWord(r, id)))].join('·')), ' ', nodeButton(other)),
    el('td', {}, capacity(group)), el('td', {}, whereOf(other)));
  const read = button(t('read'), () => {
    const next = row.nextElementSibling;
    if (next && next.classList.contains('read')) { next.remove(); read.setAttribute('aria-expanded', 'false'); return; }
    row.after(el('tr', { class: 'read' }, el('td', { colspan: 5 }, ...group.map(basisRow), ...group.map(eventList).filter(Boolean), sentences(group, new Set([id, other]), 3))));
    read.setAttribute('aria-expanded', 'true');
  }, { class: 'quiet', 'aria-expanded': 'false' });
  row.append(el('td', {}, read));
  return row;
}
function facts(id) {
  const groups = pairs(shownOf(id), id), body = el('tbody', {});
  const more = button('', () => grow(200), { class: 'quiet' });
  let shown = 0;
  function grow(count) {
    for (const group of groups.slice(shown, shown + count)) body.append(factRow(group, id));
    shown = Math.min(groups.length, shown + count);
    more.hidden = shown >= groups.length;
    more.textContent = t('showMore', number(groups.length - shown));
  }
  grow(60);
  const head = el('thead', {}, el('tr', {}, ...['date', 'what', 'role', 'where', 'basis'].map((word) => el('th', { scope: 'col' }, t(word)))));
  return el('div', { class: 'facts' }, el('table', {}, head, body), more);
}

function officialRow({ id, relations, dated }) {
  const posts = relations.filter((r) => isType(r, 'HOLDS_POST') && r.source === id).map((r) => nameOf(r.target));
  const box = el('details', { class: 'official', 'data-key': NODES[id].key, open: opened.has(id) },
    el('summary', {}, el('span', { class: 'who' }, sign(NODES[id].kind), el('b', {}, foreign(nameOf(id))), el('span', { class: 'soft posts' }, foreign(posts.join('、')))), strip(relations), el('span', { class: 'soft num' }, t('dated', number(dated)))));
  const fill = () => { if (box.children.length === 1) box.append(el('div', { class: 'actions' }, button(t('seeGraph'), () => { go({ tab: 'graph' }); choose(id, true); })), facts(id)); };
  box.addEventListener('toggle', () => { if (box.open) { opened.add(id); fill(); } else opened.delete(id); });
  if (box.open) fill();
  return box;
}

function drawTimeline() {
  const rows = officials(), order = picker(t('sortBy'), state.sort, [['most', t('sortMost')], ['latest', t('sortLatest')], ['name', t('sortName')]], (sort) => tune({ sort }));
  const head = el('div', { class: 'timeline-head' }, el('h2', { id: 'officials' }, t('officials', number(rows.length))), order);
  const axis = el('div', { class: 'axis' }, el('span', {}), yearRow(), el('span', {}));
  if (state.selected && state.selected.node != null && isKind(state.selected.node, 'Person')) opened.add(state.selected.node);
  if (rows.length <= 2) for (const { id } of rows) opened.add(id);
  timelineBox.replaceChildren(head, rows.length ? axis : el('p', { class: 'soft' }, t(NODES.some((node) => isKind(node.id, 'Person') && relationsOf[node.id].length) ? 'noOfficial' : 'noOfficialAtAll')), list(rows, officialRow, 40));
}
