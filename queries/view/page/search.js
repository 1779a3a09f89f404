// Search: part of a name, of another name, or of what it sounds like.
const query = byId('query'), hits = byId('hits');
const LISTED = 12;
let results = [], chosenHit = 0, more = LISTED;
const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
let searchable = null; // made for the first search

// How well a node meets what was typed: 0 the whole name, 1 its beginning, 2 a part, 3 the sound's beginning, 4 a part of it; -1 not at all.
function match(id, typed) {
  const { names, sounds } = searchable[id];
  if (names.includes(typed)) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (names.some((name) => name.includes(typed))) return 2;
  if (!/^[a-z]+$/.test(typed)) return -1;
  if (sounds.some((sound) => sound.startsWith(typed))) return 3;
  return typed.length > 1 && sounds.some((sound) => sound.includes(typed)) ? 4 : -1;
}
function search(text) {
  const typed = folded(text);
  if (!typed) return [];
  searchable ||= NODES.map((node) => ({ names: [node.label, ...(node.aliases || [])].map(folded), sounds: node.sounds ? node.sounds.split(' ') : [] }));
  const found = NODES.map((node) => [node.id, match(node.id, typed)]).filter(([, how]) => how >= 0);
  return found.sort((a, b) => a[1] - b[1] || NODES[b[0]].degree - NODES[a[0]].degree || a[0] - b[0]).map(([id]) => id);
}

function closeHits() { hits.hidden = true; query.setAttribute('aria-expanded', 'false'); query.removeAttribute('aria-activedescendant'); }
function drawHits() {
  if (!query.value.trim()) { closeHits(); return; }
  const shown = results.slice(0, more);
  const rows = shown.map((id, i) => {
    const row = el('div', { role: 'option', id: `hit-${i}`, 'aria-selected': i === chosenHit, onmousedown: (event) => { event.preventDefault(); takeHit(id); } },
      sign(NODES[id].kind), el('span', { class: 'name' }, foreign(nameOf(id))), el('span', { class: 'soft' }, foreign([kindWord(id), hint(id)].filter(Boolean).join(' · '))));
    if (!visible.node[id]) row.classList.add('gone');
    return row;
  });
  const said = !results.length ? t('none') : results.length > shown.length ? t('foundShown', number(results.length), shown.length) : t('found', number(results.length));
  const foot = el('div', { class: 'foot', role: 'presentation' }, el('span', { id: 'found', role: 'status' }, said));
  if (results.length > shown.length) foot.append(el('button', { type: 'button', class: 'quiet', tabindex: -1, onmousedown: (event) => { event.preventDefault(); more += 60; drawHits(); } }, t('showMore', Math.min(60, results.length - shown.length))));
  hits.replaceChildren(...rows, foot);
  hits.hidden = false;
  query.setAttribute('aria-expanded', 'true');
  if (shown.length) query.setAttribute('aria-activedescendant', `hit-${chosenHit}`);
}
function hint(id) {
  const about = NODES[id].props || {};
  const post = relationsOf[id].find((r) => isType(r, 'HOLDS_POST') && r.source === id);
  return [about.date, post ? nameOf(post.target) : about.jurisdiction].filter(Boolean).map((part) => clipped(String(part), 16)).join(' · ');
}
function takeHit(id) { closeHits(); query.value = ''; query.blur(); choose(id, true); }

function startSearch() {
  query.addEventListener('input', () => { results = search(query.value); chosenHit = 0; more = LISTED; drawHits(); });
  query.addEventListener('focus', () => { if (query.value) drawHits(); });
  query.addEventListener('blur', () => setTimeout(closeHits, 120));
  query.addEventListener('keydown', (event) => {
    const last = Math.min(more, results.length) - 1;
    if (event.key === 'ArrowDown') chosenHit = Math.min(last, chosenHit + 1);
    else if (event.key === 'ArrowUp') chosenHit = Math.max(0, chosenHit - 1);
    else if (event.key === 'Enter') { if (results[chosenHit] !== undefined) takeHit(results[chosenHit]); event.preventDefault(); return; }
    else if (event.key === 'Escape') { if (hits.hidden) query.blur(); query.value = ''; closeHits(); event.stopPropagation(); return; }
    else return;
    event.preventDefault();
    drawHits();
    const row = byId(`hit-${chosenHit}`);
    if (row) row.scrollIntoView({ block: 'nearest' });
  });
}
