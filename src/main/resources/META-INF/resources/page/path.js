/** The initial margin on the way, when the legs of the hedge trade one by one. */
import { $, h, fill, table } from './dom.js';
import { change, money } from './format.js';
import { nameOf } from './book.js';

/** Draws an answer of `askMargin`. */
export function draw({ asked, said }) {
  const { after, givenOrder, safeOrder, notes } = said;
  if (!after) return fill($('path'), h('p', { class: 'mut' }, 'No leg is ticked as hedge, so there is nothing on the way.'));
  const best = safeOrder ?? givenOrder;
  fill($('path'), h('p', { class: 'say' }, ...sentence(said)),
    steps(asked, best, safeOrder ? 'The order with the least peak' : 'The order given'),
    (notes ?? []).map(note => h('p', { class: 'mut' }, note)));
}

function sentence({ before, givenOrder, safeOrder, currency }) {
  const given = givenOrder.peak;
  const start = `In the order given the margin peaks at ${money(given)} ${currency}`;
  if (!safeOrder) return [`${start}.`];
  const gain = given - safeOrder.peak;
  if (gain > 0.005) return [`${start}; in the order below at `, h('b', null, money(safeOrder.peak)), `, ${money(gain)} less.`];
  return [given <= before.initial ? 'No leg on the way asks for more than is posted now: ' : '',
    `the margin peaks at ${money(given)} ${currency}, and no order does better.`];
}

function steps(asked, path, caption) {
  const held = asked.body.portfolio.positions.length;
  const rows = path.order.map((place, i) => {
    const leg = asked.legs[asked.places[held + place]];
    return { cells: [`${i + 1}. ${leg.quantity > 0 ? 'Buy' : 'Sell'} ${nameOf(leg)}`,
      money(path.margins[i + 1]), change(path.margins[i + 1] - path.margins[i])] };
  });
  return table(caption, ['Trade', 'Margin after it', 'Change'],
    [{ cells: ['Now', money(path.margins[0]), ''] }, ...rows]);
}
