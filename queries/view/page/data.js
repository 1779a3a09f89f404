// What the file holds, given names.
const DATA = JSON.parse(byId('data').textContent);
const KINDS = DATA.kinds, TYPES = DATA.types, NODES = DATA.nodes;
const RELATIONS = DATA.relations.map(([type, source, target, basis, days, confidence, rules, sentences, undated, props, unlisted], id) =>
  ({ id, type, source, target, basis, days, confidence, rules, sentences, undated, props: props || {}, unlisted: unlisted || 0 }));
const EDGES = DATA.edges.map((edge, id) => ({ id, a: edge.from, b: edge.to, relations: edge.relations }));
// The sentences stand in a block of their own, which is read when the first is asked for.
let held = null;
function sentenceAt(id) {
  held ||= JSON.parse(byId('sentences').textContent);
  const [text, article, start, end, before, after, marks] = held.sentences[id], words = (place) => held.texts[place] || '';
  return { text: words(text), article: held.articles[article], start, end, before: words(before), after: words(after), marks };
}

const relationsOf = NODES.map(() => []);
const edgesOf = NODES.map(() => []);
for (const edge of EDGES) {
  for (const end of new Set([edge.a, edge.b])) edgesOf[end].push(edge);
  for (const id of edge.relations) { RELATIONS[id].edge = edge; }
}
for (const relation of RELATIONS) for (const end of new Set([relation.source, relation.target])) relationsOf[end].push(relation);
const byKey = new Map(NODES.map((node) => [node.key, node.id]));
const ranked = NODES.map((node) => node.id).sort((a, b) => NODES[b].degree - NODES[a].degree || a - b);

const typeNumber = Object.fromEntries(TYPES.map((type, id) => [type.name, id]));
const kindNumber = Object.fromEntries(KINDS.map((kind, id) => [kind.name, id]));
const isKind = (id, name) => NODES[id].kind === kindNumber[name];
const isType = (relation, name) => relation.type === typeNumber[name];
const nameOf = (id) => NODES[id].label;
const otherEnd = (relation, id) => (relation.source === id ? relation.target : relation.source);

const kindWord = (id) => inLang(KINDS[NODES[id].kind].one);
const typeWord = (type) => inLang(TYPES[type].words);
const propWord = (name) => (DATA.words[name] ? inLang(DATA.words[name]) : name);
function valueWord(value) {
  if (Array.isArray(value)) return value.map(valueWord).join('、');
  if (value === true) return lang === 'zh' ? '是' : 'yes';
  if (value === false) return lang === 'zh' ? '否' : 'no';
  const known = lang === 'zh' && Object.hasOwn(DATA.values, value) ? DATA.values[value] : null;
  return known || String(value);
}

// Days since 1970 and back.
const DAY = 86400000;
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
function spanText(first, last) {
  const a = isoDay(first), b = isoDay(last);
  if (a === b) return a;
  if (a.endsWith('-01') && a.slice(0, 7) === b.slice(0, 7) && isoDay(last + 1).endsWith('-01')) return a.slice(0, 7);
  if (a.endsWith('-01-01') && b === `${a.slice(0, 4)}-12-31`) return a.slice(0, 4);
  return `${a} – ${b}`;
}
function dateText(relation) {
  if (!relation.days.length) return t('noDate');
  const whole = spanText(relation.days[0], relation.days[relation.days.length - 1]);
  return relation.basis === 'r' ? t('reported', whole) : whole;
}
const firstDay = (relation) => (relation.days.length ? relation.days[0] : -Infinity);
