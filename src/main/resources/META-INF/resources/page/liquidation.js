/** The prices at which the account is liquidated, with and without the hedge. */
import { $, h, fill, choice, table } from './dom.js';
import { fine, listed, move } from './format.js';

let underlying = null, again = () => {};

/** Prepares the choice of underlying; `ask` asks again. */
export const build = ask => { again = ask; };

/** The question for the underlying that is chosen. */
export function body(asked, ids) {
  if (!ids.includes(underlying)) underlying = ids[0];
  return { ...asked.body, liquidation: { underlying } };
}

/** Draws the answer of `POST /v1/margin/liquidation`. */
export function draw(answer, ids) {
  const { before, after } = answer;
  fill($('liquidation'),
    ids.length > 1 && h('div', { class: 'choices' }, choice('Underlying', 'liquidation-of', ids.map(id => [id, id]), underlying, id => { underlying = id; again(); })),
    table(`${answer.underlying} at ${fine(answer.spot)}, looked at from ${fine(answer.lowestPrice)} to ${fine(answer.highestPrice)}`,
      ['Account', 'Below', 'Above'], [
        { cells: [after ? 'Without the hedge' : 'This book', level(before.below), level(before.above)] },
        ...(after ? [{ cells: [h('b', null, 'With the hedge'), level(after.below), level(after.above)] }] : []),
      ], { class: 'levels' }),
    h('p', { class: 'quiet' }, remark('Without the hedge', before), remark('With the hedge', after), listed('Held to be true', answer.assumptions)));
}

/** What two prices cannot say: more levels than two, or a deficit today. */
const remark = (whose, side) => side && (side.found === 'inDeficit' || side.levels.length > 2) ? `${listed(whose, [side.text])} ` : '';

function level(found) {
  if (!found) return h('span', { class: 'mut' }, 'none');
  const sigmas = found.sigmas == null ? '' : `, ${fine(Math.abs(found.sigmas))} one-day sigmas`;
  return h('span', null, h('b', null, fine(found.price)), h('small', null, `${move(found.distance)}${sigmas}`));
}
