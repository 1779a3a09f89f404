// Building the page: elements and text only. Nothing that comes from an article is ever read as markup.
const byId = (id) => document.getElementById(id);

// Attributes come from this list; an address is let in by `link` alone.
const ALLOWED = new Set(['class', 'id', 'type', 'role', 'title', 'lang', 'dir', 'for', 'name', 'value', 'min', 'max', 'step', 'tabindex', 'hidden', 'open', 'checked', 'selected', 'disabled', 'readonly', 'scope', 'datetime', 'colspan']);

function el(tag, about = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value == null) continue;
    else if (name.startsWith('aria-')) made.setAttribute(name, String(value));
    else if (value === false) continue;
    else if (ALLOWED.has(name) || name.startsWith('data-')) made.setAttribute(name, value === true ? '' : String(value));
    else throw new Error(`attribute ${name}`);
  }
  made.append(...children.flat().filter((child) => child != null && child !== ''));
  return made;
}

// Text from outside: its direction cannot reorder what stands beside it.
const foreign = (text) => el('bdi', {}, String(text));
const button = (word, act, about = {}) => el('button', { type: 'button', onclick: act, ...about }, word);

function link(address, word) {
  let parsed;
  try { parsed = new URL(address); } catch { return null; }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const made = el('a', {}, word);
  made.href = parsed.href;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';
function svg(tag, about = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(about)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const ICONS = {
  back: 'M10 3 5 8l5 5',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'm4 4 8 8M12 4l-8 8',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
};
function icon(name) {
  const drawn = svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', class: 'stroke' });
  drawn.append(svg('path', { d: ICONS[name] }));
  return drawn;
}

// Says something to a screen reader without moving the focus.
function say(text) { byId('say').textContent = text; }

// Long lists: `first` items at once, the rest on demand.
function list(items, draw, first = 40, about = {}) {
  const box = el('div', about);
  let shown = 0;
  const more = button('', () => grow(first * 2), { class: 'quiet' });
  function grow(count) {
    more.remove();
    for (const item of items.slice(shown, shown + count)) box.append(draw(item));
    shown = Math.min(items.length, shown + count);
    if (shown < items.length) { more.textContent = t('showMore', number(items.length - shown)); box.append(more); }
  }
  grow(first);
  return box;
}
