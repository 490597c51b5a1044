/** Where a book is pasted, dropped or loaded, with a mistake shown on its line. */
import { $, h, fill } from './dom.js';
import { plural, words } from './format.js';
import { post, postText, Problem, Lane } from './api.js';
import { parse } from './paste.js';
import { book, sent, setLegs, take } from './book.js';
import { forget } from './question.js';

const HELP = `One leg a line, with or without a heading, in any of these forms:

BTC-31JAN26-66000-C, -10
BTC-USD-260131-66000-C  5  hedge
sell 2 SPX   261218C06000000`;
let area, gutter, list, buttons, say, edited, found;
const lane = new Lane(check);

/** Prepares the box and takes what is pasted or dropped anywhere on the page. */
export function build(whenEdited) {
  edited = whenEdited;
  area = h('textarea', { id: 'paste-text', rows: 8, spellcheck: 'false', placeholder: HELP, wrap: 'off',
    'aria-describedby': 'paste-say', input: read, scroll: () => { gutter.scrollTop = area.scrollTop; } });
  gutter = h('pre', { class: 'gutter', 'aria-hidden': 'true' });
  say = h('p', { id: 'paste-say', role: 'status' });
  list = h('ol', { class: 'faults' });
  buttons = h('p', { class: 'tools' });
  fill($('paste'), h('label', { for: 'paste-text' }, 'Paste CSV, JSON, or symbols of Deribit, OKX or OCC'),
    h('div', { class: 'lined' }, gutter, area), say, list, buttons);
  document.addEventListener('click', e => { if (e.target.id === 'open-paste') open(''); });
  document.addEventListener('paste', pasted);
  document.addEventListener('dragover', e => { e.preventDefault(); document.body.classList.add('over'); });
  document.addEventListener('dragleave', e => { if (!e.relatedTarget) document.body.classList.remove('over'); });
  document.addEventListener('drop', dropped);
}

function pasted(event) {
  if (event.target.closest?.('input, textarea, select')) return;
  const text = event.clipboardData.getData('text');
  if (text.trim()) open(text);
}

async function dropped(event) {
  event.preventDefault();
  document.body.classList.remove('over');
  const [file] = event.dataTransfer.files;
  open(file ? await file.text() : event.dataTransfer.getData('text'));
}

/** Opens the box with a text in it. */
export function open(text) {
  $('paste').hidden = false;
  area.value = text;
  area.focus();
  read();
}

function close() {
  lane.stop();
  $('paste').hidden = true;
  $('open-paste')?.focus();
}

function read() {
  found = parse(area.value);
  show(found.faults);
  if (found.legs.length) lane.ask(found, ({ faults, of }) => { if (of === found) show([...found.faults, ...faults]); }, () => {});
}

/** What the service says of legs that could be read. */
async function check(parsed, signal) {
  const request = parsed.request ?? {};
  const body = { model: request.model ?? book.model, market: request.market ?? book.market, detail: 'brief',
    portfolio: { ...request.portfolio, positions: parsed.legs.map(sent) } };
  try {
    await post('/v1/margin', body, signal);
    return { faults: [], of: parsed };
  } catch (e) {
    if (!(e instanceof Problem)) throw e;
    return { faults: e.errors.length ? e.errors.map(error => place(error, parsed.legs)) : [{ line: 1, text: e.message }], of: parsed };
  }
}

function place(error, legs) {
  const at = /^\/portfolio\/positions\/(\d+)/.exec(error.pointer);
  return { line: at ? legs[+at[1]].line : 1, text: at ? error.detail : `${error.pointer}: ${error.detail}`, leg: at && +at[1] };
}

function show(faults) {
  const bad = new Set(faults.map(fault => fault.line));
  const lines = area.value.split('\n').length;
  fill(gutter, Array.from({ length: Math.max(lines, 8) }, (_, i) =>
    h('span', { class: bad.has(i + 1) ? 'bad' : null }, i < lines ? `${bad.has(i + 1) ? '\u25b8' : ''}${i + 1}\n` : '\n')));
  gutter.scrollTop = area.scrollTop;
  fill(list, [...faults].sort((a, b) => a.line - b.line).map(fault =>
    h('li', null, h('button', { type: 'button', class: 'link', click: () => goTo(fault.line) }, `Line ${fault.line}`), `: ${words(fault.text)}`)));
  const good = legsWithout(faults);
  say.textContent = found.market ? 'This is a market.' : !area.value.trim() ? '' : `${plural(good.length, 'position')} read`
    + (bad.size ? `, ${plural(bad.size, 'line')} with a mistake.` : '.');
  fill(buttons, actions(good, faults));
}

const legsWithout = faults => {
  const bad = new Set(faults.map(fault => fault.line));
  return found.legs.filter(leg => !bad.has(leg.line));
};

function actions(good, faults) {
  if (found.market) return [h('button', { type: 'button', class: 'primary', click: loadMarket }, 'Load this market'), cancel()];
  const some = faults.length ? `the ${plural(good.length, 'good line')}` : null;
  return [
    good.length > 0 && h('button', { type: 'button', class: 'primary', click: () => accept(good, true) },
      some ? `Replace the book with ${some}` : 'Replace the book'),
    good.length > 0 && !found.request && h('button', { type: 'button', click: () => accept(good, false) }, some ? `Add ${some}` : 'Add to the book'),
    cancel(),
  ].filter(Boolean);
}

const cancel = () => h('button', { type: 'button', class: 'quiet', click: close }, 'Cancel');

/** Loads a market for the service to hold, and asks about the book in it. */
async function loadMarket() {
  try {
    const { id } = await postText('/v1/markets', area.value);
    forget(id);
    book.market = id;
    close();
    edited();
  } catch (e) {
    if (!(e instanceof Problem)) throw e;
    show(e.errors.length ? e.errors.map(error => ({ line: 1, text: `${error.pointer}: ${error.detail}` })) : [{ line: 1, text: e.message }]);
  }
}

function accept(legs, replace) {
  const bare = legs.map(({ line, ...leg }) => leg);
  if (replace && found.request) take(found.request);
  if (replace) setLegs(bare);
  else setLegs([...book.legs, ...bare]);
  close();
  edited();
}

function goTo(line) {
  const before = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(before, before + area.value.split('\n')[line - 1].length);
}
