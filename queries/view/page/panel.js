// The panel: what is selected, as text. It is also how the picture is read without eyes or mouse.
const panel = byId('panel');

function section(title, count, ...content) {
  return el('section', {}, el('h3', {}, title, count == null ? null : el('span', { class: 'soft' }, ` ${number(count)}`)), ...content);
}
const panelHead = (kicker, title, ...rest) => el('header', {}, el('div', { class: 'kicker' }, kicker, button(icon('close'), () => go({ selected: null, start: null }), { class: 'icon close', 'aria-label': t('close') })), el('h2', {}, title), ...rest);

// Relations of a node that the filters let through, whether or not the focus shows their other end.
const shownOf = (id) => relationsOf[id].filter((relation) => passes(relation) && standing(otherEnd(relation, id)));

function drawPanel(fresh = false) {
  const parts = state.path ? pathPanel() : state.start !== null ? startPanel() : state.selected && state.selected.edge != null ? edgePanel(EDGES[state.selected.edge]) : state.selected ? nodePanel(state.selected.node) : homePanel();
  panel.replaceChildren(...parts);
  if (!fresh) panel.scrollTop = 0; // asking for it costs a layout
  document.body.classList.toggle('reading', Boolean(state.selected || state.path || state.start !== null));
}

function homePanel() {
  const busiest = ranked.filter((id) => visible.node[id]).sort((a, b) => visible.degree[b] - visible.degree[a]);
  const of = (kind, most) => busiest.filter((id) => isKind(id, kind)).slice(0, most);
  const rows = (ids, about) => el('ol', { class: 'plain rows' }, ...ids.map((id) => el('li', {}, nodeButton(id), el('span', { class: 'soft' }, about(id)))));
  const degree = (id) => number(visible.degree[id]), when = (id) => String((NODES[id].props || {}).date || '');
  const events = NODES.map((node) => node.id).filter((id) => isKind(id, 'Event') && visible.node[id] && when(id)).sort((a, b) => (when(a) < when(b) ? 1 : -1)).slice(0, 8);
  const people = of('Person', 12), bodies = of('Organization', 6);
  const tips = NODES.length ? [el('p', {}, t('welcome')), el('p', { class: 'soft' }, t(periods.length ? 'tipsTime' : 'tips'))] : [el('p', { class: 'soft' }, t('emptyGraph'))];
  const parts = [el('header', {}, el('h2', {}, foreign(DATA.title || t('graph'))), ...tips)];
  if (people.length) parts.push(section(t('mostMet'), null, rows(people, degree)));
  if (bodies.length) parts.push(section(t('bodies'), null, rows(bodies, degree)));
  if (events.length) parts.push(section(t('latest'), null, rows(events, when)));
  if (busiest.length && !people.length && !bodies.length && !events.length) parts.push(section(t('mostLinked'), null, rows(busiest.slice(0, 15), degree)));
  return parts;
}

function actions(id) {
  const inFocus = (hops) => state.focus && state.focus.ids.length === 1 && state.focus.ids[0] === id && state.focus.hops === hops;
  const scope = (hops, word) => button(word, () => (inFocus(hops) ? leaveFocus() : lookAround([id], hops)), { 'aria-pressed': inFocus(hops) });
  return el('div', { class: 'actions' },
    scope(1, t('neighbours')), scope(2, t('twoHops')),
    button(t('pathFrom'), () => startPath(id)),
    state.noNodes.has(id) ? button(t('show'), () => showNodes([id])) : button(t('hide'), () => hideNode(id)),
    state.focus ? button(t('leave'), leaveFocus) : null);
}

function properties(id) {
  const node = NODES[id], about = el('dl', {});
  const row = (name, value) => about.append(el('dt', {}, name), el('dd', {}, foreign(value)));
  if (node.aliases) row(t('aliases'), node.aliases.join('、'));
  for (const [name, value] of Object.entries(node.props || {})) row(propWord(name), valueWord(value));
  return about.children.length ? about : null;
}

function nodePanel(id) {
  const relations = shownOf(id), used = new Set();
  const take = (test) => relations.filter((r) => !used.has(r.id) && test(r)).map((r) => { used.add(r.id); return r; });
  const parts = [panelHead([sign(NODES[id].kind), ` ${kindWord(id)}`], foreign(nameOf(id)), actions(id), properties(id))];
  if (!visible.node[id]) parts.push(el('p', { class: 'notice' }, t('isHidden')));
  const posts = take((r) => isType(r, 'HOLDS_POST') && r.source === id);
  if (posts.length) parts.push(section(t('posts'), posts.length, list(pairs(posts, id), (group) => postCard(group, id))));
  if (isKind(id, 'Event')) {
    const roster = take((r) => ['ATTENDED', 'SPOKE_AT', 'CHAIRED'].some((type) => isType(r, type)) && r.target === id);
    if (roster.length) parts.push(rosterSection(roster, id));
  }
  const events = take((r) => isKind(otherEnd(r, id), 'Event'));
  if (events.length) parts.push(section(t('events'), pairs(events, id).length, list(pairs(events, id), (group) => card(group, id))));
  const rest = take(() => true);
  if (rest.length) parts.push(section(parts.length > 1 ? t('others') : t('allRelations'), rest.length, list(pairs(rest, id), (group) => card(group, id))));
  if (!relations.length) parts.push(el('p', { class: 'soft' }, t('nothingShown')));
  return parts;
}

// A post names its organization, which is one relation further.
function postCard(group, id) {
  const made = card(group, id), post = otherEnd(group[0], id);
  const bodies = relationsOf[post].filter((r) => isType(r, 'POST_OF') && r.source === post && passes(r)).map((r) => r.target);
  if (bodies.length) made.querySelector('.node').after(el('span', { class: 'of' }, ...bodies.map((body) => nodeButton(body))));
  return made;
}

// People of an event in the order in which the article lists them.
function rosterSection(roster, id) {
  const rank = (group) => Math.min(1e6, ...group.map((r) => r.props.rank || 1e6));
  const groups = pairs(roster, id).sort((a, b) => rank(a) - rank(b) || a[0].id - b[0].id);
  const row = (group) => {
    const more = el('details', {}, el('summary', {}, el('span', { class: 'rank' }, rank(group) < 1e6 ? String(rank(group)) : '·'), nodeButton(otherEnd(group[0], id)), el('span', { class: 'soft' }, rosterWords(group))));
    more.addEventListener('toggle', () => { if (more.open && more.children.length === 1) more.append(...group.map(basisRow), sentences(group, new Set([group[0].source, group[0].target]))); });
    return more;
  };
  const open = roster.some((r) => r.props.open === true);
  return section(t('roster'), groups.length, list(groups, row, 60, { class: 'roster' }), open ? el('p', { class: 'soft small' }, t('rosterOpen')) : null);
}
function rosterWords(group) {
  const roles = new Set(group.map((r) => r.props.role));
  const said = (r) => isType(r, 'ATTENDED') || (isType(r, 'SPOKE_AT') && roles.has('speaker')) || (isType(r, 'CHAIRED') && roles.has('chair'));
  const words = group.flatMap((r) => [r.props.capacity, r.props.role && valueWord(r.props.role), said(r) ? null : typeWord(r.type)]);
  return foreign([...new Set(words.filter(Boolean))].join(' · '));
}

function edgePanel(edge) {
  const shown = edge.relations.map((id) => RELATIONS[id]).filter(passes).sort((a, b) => firstDay(b) - firstDay(a) || a.type - b.type);
  const ways = new Map();
  for (const relation of shown) { const key = `${relation.source} ${relation.target}`; if (!ways.has(key)) ways.set(key, []); ways.get(key).push(relation); }
  const parts = [panelHead(t('allRelations'), el('span', {}, foreign(nameOf(edge.a)), ' — ', foreign(nameOf(edge.b))))];
  for (const group of ways.values()) {
    parts.push(section(el('span', { class: 'way' }, nodeButton(group[0].source), ' → ', nodeButton(group[0].target)), null, ...group.map((relation) => card([relation], null, 3))));
  }
  if (!shown.length) parts.push(el('p', { class: 'soft' }, t('nothingShown')));
  return parts;
}
