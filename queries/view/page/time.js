// The period: a histogram of relations, two handles, and a word on what has no date. All dates are days; bars are days, months or years.
const time = byId('time');
const periods = (() => {
  let first = Infinity, last = -Infinity;
  for (const { days } of RELATIONS) for (let i = 0; i < days.length; i += 2) { first = Math.min(first, days[i]); last = Math.max(last, days[i + 1]); }
  if (first === Infinity) return [];
  const unit = last - first <= 92 ? 10 : last - first <= 366 * 20 ? 7 : 4, found = [];
  for (let at = first; at <= last;) {
    const name = isoDay(at).slice(0, unit);
    let end = at;
    if (unit === 7) { const [year, month] = name.split('-').map(Number); end = Date.UTC(year, month, 1) / DAY - 1; }
    if (unit === 4) end = Date.UTC(Number(name) + 1, 0, 1) / DAY - 1;
    found.push({ name, from: found.length ? at : unit === 10 ? at : Date.parse(`${`${name}-01-01`.slice(0, 10)}T00:00:00Z`) / DAY, to: end });
    at = end + 1;
  }
  return found;
})();
const undatedCount = RELATIONS.filter((relation) => relation.undated).length;
const periodOf = (at) => { let low = 0, high = periods.length - 1; while (low < high) { const middle = (low + high + 1) >> 1; if (periods[middle].from <= at) low = middle; else high = middle - 1; } return low; };

// Relations a period, of those that the other filters let through; one that lasts counts in every period that it meets.
function histogram() {
  const bars = new Array(periods.length).fill(0);
  for (const relation of RELATIONS) {
    if (state.noTypes.has(relation.type) || !sure(relation)) continue;
    const met = new Set();
    for (let i = 0; i < relation.days.length; i += 2) for (let at = periodOf(relation.days[i]); at <= periodOf(relation.days[i + 1]); at++) met.add(at);
    for (const at of met) bars[at]++;
  }
  return bars;
}
const span = () => [state.from === null ? 0 : periodOf(state.from), state.to === null ? periods.length - 1 : periodOf(state.to)];
function setSpan(a, b) {
  const low = Math.max(0, Math.min(a, b)), high = Math.min(periods.length - 1, Math.max(a, b));
  tune({ from: low === 0 ? null : periods[low].from, to: high === periods.length - 1 ? null : periods[high].to });
}

let playing = null;
function play() {
  if (playing) { clearInterval(playing); playing = null; drawTime(); return; }
  let [low, high] = span();
  if (low === 0 && high === periods.length - 1) high = Math.max(0, Math.ceil(periods.length / 12) - 1);
  else if (high === periods.length - 1) { high -= low; low = 0; }
  setSpan(low, high);
  playing = setInterval(() => {
    const [from, to] = span();
    if (to >= periods.length - 1) { clearInterval(playing); playing = null; drawTime(); return; }
    setSpan(from + 1, to + 1);
  }, 700);
  drawTime();
}

function bars() {
  const counts = histogram(), most = Math.max(1, ...counts), chart = svg('svg', { viewBox: `0 0 ${periods.length} 40`, preserveAspectRatio: 'none', class: 'bars', 'aria-hidden': 'true' });
  const [low, high] = span();
  counts.forEach((count, i) => {
    const tall = count ? Math.max(1.2, (count / most) * 38) : 0;
    const bar = svg('g', { class: i >= low && i <= high ? 'in' : 'out' });
    const title = svg('title', {});
    title.textContent = t('bar', periods[i].name, number(count));
    bar.append(title, svg('rect', { x: i, y: 0, width: 1, height: 40, class: 'catch' }), svg('rect', { x: i + 0.08, y: 40 - tall, width: 0.84, height: tall }));
    bar.addEventListener('click', () => setSpan(i, i));
    chart.append(bar);
  });
  return chart;
}
function ticks() {
  const row = el('div', { class: 'ticks', 'aria-hidden': 'true' }), unit = periods[0].name.length;
  const short = (name) => (unit === 10 ? name.slice(5) : name.slice(0, 4));
  const starts = periods.map((period, i) => [period.name, i]).filter(([name, i]) => (unit === 7 ? i === 0 || name.endsWith('-01') : true));
  const every = Math.ceil(starts.length / 12);
  starts.forEach(([name, i], place) => {
    if (place % every) return;
    const tick = el('span', {}, short(name));
    tick.style.left = `${(i / periods.length) * 100}%`;
    if (i / periods.length < 0.97) row.append(tick);
  });
  return row;
}
function handle(which) {
  const [low, high] = span(), at = which === 'from' ? low : high;
  return el('input', { type: 'range', id: which, min: 0, max: periods.length - 1, step: 1, value: at, 'aria-label': t(which), 'aria-valuetext': periods[at].name, oninput: (event) => {
    const [from, to] = span(), value = Number(event.target.value);
    if (which === 'from') setSpan(Math.min(value, to), to); else setSpan(from, Math.max(value, from));
  } });
}

let timeBuilt = null;
function drawTime(charted = true) {
  time.hidden = !periods.length;
  if (!periods.length) return;
  const [low, high] = span(), whole = low === 0 && high === periods.length - 1;
  const text = whole ? `${t('allTime')} ${[...new Set([periods[0].name, periods[periods.length - 1].name])].join(' – ')}` : low === high ? periods[low].name : `${periods[low].name} – ${periods[high].name}`;
  if (!timeBuilt || timeBuilt.lang !== lang) buildTime();
  timeBuilt.text.textContent = text;
  timeBuilt.whole.hidden = whole;
  timeBuilt.play.replaceChildren(icon(playing ? 'pause' : 'play'));
  timeBuilt.play.setAttribute('aria-label', playing ? t('pause') : t('play'));
  timeBuilt.slider.hidden = timeBuilt.play.hidden = periods.length < 2;
  if (charted) timeBuilt.chart.replaceChildren(bars());
  for (const [input, at] of [[timeBuilt.from, low], [timeBuilt.to, high]]) { input.value = at; input.setAttribute('aria-valuetext', periods[at].name); }
  if (timeBuilt.undated) timeBuilt.undated.checked = state.undated;
}
// Built once: a handle that is being dragged must stay the same element.
function buildTime() {
  timeBuilt = { lang, text: el('output', { class: 'period' }), whole: button(t('wholeTime'), () => setSpan(0, periods.length - 1), { class: 'quiet' }), play: button('', play, { class: 'icon' }), chart: el('div', { class: 'chart' }), from: handle('from'), to: handle('to') };
  const head = el('div', { class: 'time-head' }, timeBuilt.play, timeBuilt.text, timeBuilt.whole);
  if (undatedCount) {
    timeBuilt.undated = el('input', { type: 'checkbox', id: 'undated', onchange: (event) => tune({ undated: event.target.checked }) });
    head.append(el('label', { class: 'undated', title: t('undatedRule') }, timeBuilt.undated, t('undated', number(undatedCount)), el('span', { class: 'hint', 'aria-hidden': 'true' }, '?'), el('span', { class: 'aside' }, t('undatedRule'))));
  }
  timeBuilt.slider = el('div', { class: 'slider' }, timeBuilt.chart, timeBuilt.from, timeBuilt.to, ticks());
  time.replaceChildren(head, timeBuilt.slider);
}
