/** The sliders that move the market. */
import { $, h, fill } from './dom.js';
import { money, move } from './format.js';
import { book, isMoved, stand } from './book.js';

const SLIDERS = [
  { name: 'spot', label: 'Spot', unit: '%', from: -60, to: 100, words: x => move(x / 100) },
  { name: 'vol', label: 'Volatility', unit: 'points', from: -30, to: 60, words: x => `${x > 0 ? '+' : x < 0 ? '\u2212' : ''}${Math.abs(x)} points` },
  { name: 'days', label: 'Days later', unit: 'days', from: 0, to: 90, words: x => `${x}` },
];
let parts = {}, live;

/** Builds the sliders; `slid` is called at each step of one. */
export function build(slid) {
  live = h('p', { class: 'live' });
  fill($('whatif'), h('div', { class: 'sliders' }, SLIDERS.map(s => slider(s, slid))), live,
    h('p', { class: 'tools' }, h('button', { type: 'button', id: 'stand', click: () => { stand(); show(); slid(); } }, 'Back to now')));
  show();
}

function slider({ name, label, unit, from, to }, slid) {
  const change = e => {
    const value = Math.min(to, Math.max(from, Math.round(+e.target.value) || 0));
    book.whatIf[name] = value;
    show();
    slid();
  };
  const range = h('input', { type: 'range', id: `w-${name}`, min: from, max: to, step: 1, input: change, 'aria-describedby': `o-${name}` });
  const number = h('input', { type: 'number', min: from, max: to, step: 1, change, 'aria-label': `${label}, ${unit}` });
  const output = h('output', { id: `o-${name}`, for: `w-${name}` });
  parts[name] = { range, number, output };
  return h('div', { class: 'slider' }, h('label', { for: `w-${name}` }, label), output, range, number);
}

/** Shows where the book says that the sliders stand. */
export function show() {
  for (const { name, words } of SLIDERS) {
    const { range, number, output } = parts[name];
    range.value = number.value = book.whatIf[name];
    range.setAttribute('aria-valuetext', words(book.whatIf[name]));
    output.textContent = words(book.whatIf[name]);
  }
  $('stand').disabled = !isMoved();
}

/** Repeats the numbers that matter beside the sliders. */
export function draw({ said: { before, after, saved } }) {
  const figure = (name, amount, kind) => h('span', { class: kind }, `${name} `, h('b', null, money(amount)));
  fill(live, after
    ? [figure('Without', before.initial), figure('With', after.initial, 'key'), figure(saved < 0 ? 'Adds' : 'Saves', Math.abs(saved))]
    : figure('Margin', before.initial, 'key'));
}
