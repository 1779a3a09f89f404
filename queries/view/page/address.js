// The address holds the state, so that a picture can be sent as a link and the back button works. Inside a frame (a notebook) the address
// cannot be set: there a trail of our own serves the page's back button.
const ADDRESSED = (() => { try { return window.top === window; } catch { return false; } })();
const trail = [];
let current = '';

function written() {
  const parts = new URLSearchParams();
  const key = (id) => NODES[id].key;
  if (state.tab !== DATA.opens) parts.set('tab', state.tab);
  if (state.path) { parts.set('from', key(state.path.from)); parts.set('to', key(state.path.to)); if (state.path.pick) parts.set('pick', state.path.pick); }
  else {
    if (state.focus) { parts.set('around', state.focus.ids.map((id) => encodeURIComponent(key(id))).join(' ')); parts.set('hops', state.focus.hops); }
    if (state.selected && state.selected.node != null) parts.set('n', key(state.selected.node));
    if (state.selected && state.selected.edge != null) { const edge = EDGES[state.selected.edge]; parts.set('n', key(edge.a)); parts.set('m', key(edge.b)); }
  }
  if (state.noKinds.size) parts.set('nokinds', [...state.noKinds].map((id) => KINDS[id].name).join(' '));
  if (state.noTypes.size) parts.set('notypes', [...state.noTypes].map((id) => TYPES[id].name).join(' '));
  if (state.noNodes.size) parts.set('hidden', [...state.noNodes].map((id) => encodeURIComponent(key(id))).join(' '));
  if (state.confidence) parts.set('sure', state.confidence);
  if (state.from !== null) parts.set('since', isoDay(state.from));
  if (state.to !== null) parts.set('until', isoDay(state.to));
  if (!state.undated) parts.set('undated', '0');
  if (state.colour !== PLAIN_COLOUR) parts.set('colour', state.colour);
  if (state.size !== 'degree') parts.set('size', state.size);
  if (state.sort !== 'most') parts.set('sort', state.sort);
  return parts.toString();
}

const day = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso || '') ? Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY) : null);
const many = (text, find) => new Set((text || '').split(' ').map(find).filter((id) => id !== undefined));
function decoded(text) { try { return byKey.get(decodeURIComponent(text)); } catch { return undefined; } }
const among = (value, allowed) => (allowed.includes(value) ? value : allowed[0]);

// Takes over a written state; what it names and this file lacks is left aside.
function readState(text) {
  const parts = new URLSearchParams(text);
  Object.assign(state, {
    tab: among(parts.get('tab'), [DATA.opens, 'graph', 'timeline']),
    noKinds: many(parts.get('nokinds'), (name) => kindNumber[name]),
    noTypes: many(parts.get('notypes'), (name) => typeNumber[name]),
    noNodes: many(parts.get('hidden'), decoded),
    confidence: Math.min(1, Math.max(0, Number(parts.get('sure')) || 0)),
    from: day(parts.get('since')),
    to: day(parts.get('until')),
    undated: parts.get('undated') !== '0',
    colour: among(parts.get('colour'), [PLAIN_COLOUR, 'kind', 'group', 'jurisdiction', 'degree']),
    size: among(parts.get('size'), ['degree', 'same', 'group']),
    sort: among(parts.get('sort'), ['most', 'latest', 'name']),
    start: null,
  });
  const one = byKey.get(parts.get('n')), two = byKey.get(parts.get('m'));
  const edge = two === undefined || one === undefined ? null : edgesOf[one].find((e) => e.a === two || e.b === two);
  state.selected = edge ? { edge: edge.id } : one !== undefined ? { node: one } : null;
  const ids = [...many(parts.get('around'), decoded)];
  state.focus = ids.length ? focused(ids, parts.get('hops') === '2' ? 2 : 1) : null;
  const from = byKey.get(parts.get('from')), to = byKey.get(parts.get('to'));
  state.path = from !== undefined && to !== undefined ? findPath(from, to, Number(parts.get('pick')) || 0) : null;
}

function record(step) {
  const text = written();
  if (text === current) return;
  if (step) { trail.push(current); if (ADDRESSED) location.hash = text; }
  else if (ADDRESSED) history.replaceState(null, '', `#${text}`);
  current = text;
  byId('back').disabled = !trail.length;
}

function back() {
  if (!trail.length) return;
  if (ADDRESSED) { history.back(); return; }
  arrive(trail.pop());
}
function arrive(text) {
  current = text;
  readState(text);
  byId('back').disabled = !trail.length;
  changed({ step: false, arrived: true, keys: new Set() });
}
window.addEventListener('hashchange', () => {
  const text = location.hash.slice(1);
  if (text === current) return;
  if (trail[trail.length - 1] === text) trail.pop();
  arrive(text);
});
