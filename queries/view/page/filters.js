// The card of filters: kinds and relations to switch, confidence, colour and size. It is the legend as well.
const filters = byId('filters');

function toggled(set, id) { const next = new Set(set); if (!next.delete(id)) next.add(id); return next; }
function onlyThis(all, id) { return new Set(all.map((_, other) => other).filter((other) => other !== id)); }

function chip(words, count, total, on, mark, act, only) {
  const made = el('button', { type: 'button', class: 'chip', 'aria-pressed': String(on), title: t('onlyThis'), onclick: act, ondblclick: only }, mark, el('span', {}, words));
  made.append(el('span', { class: 'soft num' }, count === total || !on ? number(total) : `${number(count)}/${number(total)}`));
  return made;
}
const countBy = (items, of, test = () => true) => { const counts = {}; for (const item of items) if (test(item)) counts[of(item)] = (counts[of(item)] || 0) + 1; return counts; };
const kindTotals = countBy(NODES, (node) => node.kind), typeTotals = countBy(RELATIONS, (relation) => relation.type);

function kindChips() {
  const counts = countBy(NODES, (node) => node.kind, (node) => visible.node[node.id]);
  return KINDS.map((kind, id) => chip(inLang(kind.words), counts[id] || 0, kindTotals[id], !state.noKinds.has(id), sign(id, state.colour === 'kind' ? kindColour(id) : colours().soft),
    () => tune({ noKinds: toggled(state.noKinds, id) }), () => tune({ noKinds: onlyThis(KINDS, id) })));
}
function typeChips() {
  const counts = countBy(RELATIONS, (relation) => relation.type, (relation) => visible.relation[relation.id]);
  return TYPES.map((type, id) => chip(inLang(type.words), counts[id] || 0, typeTotals[id], !state.noTypes.has(id), null,
    () => tune({ noTypes: toggled(state.noTypes, id) }), () => tune({ noTypes: onlyThis(TYPES, id) })));
}

function picker(word, value, choices, act) {
  const made = el('select', { 'aria-label': word, onchange: (event) => act(event.target.value) }, ...choices.map(([key, text]) => el('option', { value: key, selected: key === value }, text)));
  return el('label', { class: 'pick' }, el('span', {}, word), made);
}

function colourKey() {
  const swatch = (colour, words) => { const dot = el('i', {}); dot.style.background = colour; return el('span', { class: 'swatch' }, dot, words); };
  const shown = (entries) => el('div', { class: 'key-list' }, ...entries.slice(0, 8).map(([colour, words, count]) => swatch(colour, [foreign(words), el('span', { class: 'soft num' }, number(count))])), entries.length > 8 ? swatch(colours().grey, t('otherGroups')) : null);
  if (state.colour === 'group') return shown(groups.map((group, place) => [groupColour(place), t('groupOf', clipped(nameOf(group.head), 12)), group.count]));
  if (state.colour === 'jurisdiction') return shown(jurisdictions.map(([name, count], place) => [groupColour(place), clipped(name, 14), count]));
  if (state.colour === 'degree') {
    const ramp = svg('svg', { viewBox: '0 0 100 8', height: 8, class: 'ramp', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    for (let i = 0; i < 20; i++) ramp.append(svg('rect', { x: i * 5, y: 0, width: 5.2, height: 8, fill: scaleColour(i / 19) }));
    return el('div', { class: 'ramp-row' }, t('fewer'), ramp, t('many'));
  }
  return null;
}

function confidenceRow() {
  const said = el('output', {}, state.confidence ? state.confidence.toFixed(2) : t('confidenceAll'));
  const range = el('input', { type: 'range', id: 'confidence', min: 0, max: 1, step: 0.05, value: state.confidence, 'aria-label': t('confidence') });
  range.addEventListener('input', () => { said.textContent = Number(range.value) ? Number(range.value).toFixed(2) : t('confidenceAll'); });
  range.addEventListener('change', () => tune({ confidence: Number(range.value) }));
  return el('label', { class: 'pick tall' }, el('span', {}, t('confidence')), said, range);
}

const filtered = () => narrowed() || state.noKinds.size || state.noNodes.size;
function resetFilters() { tune({ noKinds: new Set(), noTypes: new Set(), noNodes: new Set(), confidence: 0, from: null, to: null, undated: true }); }

let typesOpen = false;
function drawFilters() {
  const active = document.activeElement, held = active && filters.contains(active) ? [...filters.querySelectorAll('button,select,input,summary')].indexOf(active) : -1;
  const types = el('details', { open: typesOpen || state.noTypes.size > 0 }, el('summary', {}, t('relations')), el('div', { class: 'chips' }, ...typeChips()));
  types.addEventListener('toggle', () => { typesOpen = types.open; });
  const choices = [['kind', t('byKind')], ['group', t('byGroup')], ['jurisdiction', t('byJurisdiction')], ['degree', t('byDegree')]].filter(([key]) => key !== 'jurisdiction' || jurisdictions.length);
  const parts = [el('div', { class: 'chips kinds' }, ...kindChips()), TYPES.length ? types : null];
  if (RELATIONS.some((relation) => relation.confidence >= 0)) parts.push(confidenceRow());
  parts.push(picker(t('colour'), state.colour, choices, (colour) => tune({ colour })), colourKey(),
    picker(t('size'), state.size, [['degree', t('byDegree')], ['group', t('byGroup')], ['same', t('bySame')]], (size) => tune({ size })));
  if (state.noNodes.size) parts.push(el('div', { class: 'pick' }, el('span', {}, t('hiddenNodes', state.noNodes.size)), button(t('showAll'), () => tune({ noNodes: new Set() }), { class: 'quiet' })));
  if (filtered()) parts.push(button(t('resetFilters'), resetFilters, { class: 'quiet' }));
  filters.replaceChildren(...parts.filter(Boolean));
  if (held >= 0) { const again = filters.querySelectorAll('button,select,input,summary')[held]; if (again) again.focus(); }
}
