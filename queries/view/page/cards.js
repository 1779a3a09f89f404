// A card: everything that joins two nodes, with the words it rests on.
const sureText = (relation) => (relation.confidence < 0 ? t('sureUnknown') : t('sure', relation.confidence.toFixed(2)));

function nodeButton(id, about = {}) {
  const gone = visible.node[id] ? '' : ' gone';
  return el('button', { type: 'button', onclick: () => choose(id, true), class: `node${gone}`, title: `${kindWord(id)}${gone ? ` · ${t('isHidden')}` : ''}`, ...about }, sign(NODES[id].kind), foreign(nameOf(id)));
}

function sureness(relation) {
  const bar = svg('svg', { viewBox: '0 0 30 4', width: 30, height: 4, class: 'sure', 'aria-hidden': 'true' });
  bar.append(svg('rect', { x: 0, y: 0, width: 30, height: 4, rx: 2, class: 'rest' }));
  if (relation.confidence >= 0) bar.append(svg('rect', { x: 0, y: 0, width: 30 * relation.confidence, height: 4, rx: 2, class: 'part' }));
  return bar;
}

// What a relation says of itself: role, capacity, rank… in the reader's words.
function details(relation) {
  const parts = Object.entries(relation.props).filter(([name, value]) => name !== 'events' && name !== 'open' && name !== 'weight' && name !== 'id').map(([name, value]) => `${propWord(name)} ${valueWord(value)}`);
  return parts.length ? el('span', { class: 'soft' }, foreign(parts.join(' · '))) : null;
}
function basisRow(relation) {
  const rules = relation.rules.map((rule) => DATA.rules[rule]);
  const words = TYPES[relation.type].derived ? t('together', timesIn(relation)) : typeWord(relation.type);
  const row = el('div', { class: 'basis' }, el('b', {}, words), details(relation));
  if (TYPES[relation.type].derived) row.append(el('span', { class: 'soft' }, t('derived')));
  else row.append(el('span', { class: 'soft', title: sureText(relation) }, sureness(relation), relation.confidence < 0 ? '' : ` ${relation.confidence.toFixed(2)}`, el('span', { class: 'aside' }, sureText(relation))));
  if (rules.length) row.append(el('span', { class: 'soft rule' }, `${t('ruleWord')} `, foreign(rules.join(', '))));
  return row;
}
function eventList(relation) {
  const events = relation.props.events;
  return Array.isArray(events) ? el('ul', { class: 'plain' }, ...events.slice(0, 60).map((event) => el('li', {}, foreign(event)))) : null;
}

// `seen`: the node whose card it is (the other one is named); null for a line, where both are.
function card(relations, seen, atOnce = 1) {
  const first = relations[0], ends = new Set([first.source, first.target]);
  const dates = [...new Set(relations.map(dateText))].join('；');
  const head = el('div', { class: 'head' }, el('time', {}, dates), el('span', { class: 'verbs' }, [...new Set(relations.map((r) => arrowWord(r, seen)))].join(' · ')));
  const name = seen === null ? null : nodeButton(otherEnd(first, seen));
  return el('article', { class: 'card' }, head, name, ...relations.map(basisRow), ...relations.map(eventList), sentences(relations, ends, atOnce));
}
// The relation's word, with an arrow where it leads to the node that is looked at.
function arrowWord(relation, seen) {
  if (TYPES[relation.type].derived) return typeWord(relation.type);
  return relation.target === seen && relation.source !== seen ? `← ${typeWord(relation.type)}` : typeWord(relation.type);
}

// Shown relations of a node, those to one other node together: [[relations…]…], the latest first.
function pairs(relations, seen) {
  const found = new Map();
  for (const relation of relations) {
    const other = otherEnd(relation, seen);
    if (!found.has(other)) found.set(other, []);
    found.get(other).push(relation);
  }
  const latest = (group) => Math.max(...group.map(firstDay));
  return [...found.values()].map((group) => group.sort((a, b) => a.type - b.type)).sort((a, b) => latest(b) - latest(a) || a[0].id - b[0].id);
}
