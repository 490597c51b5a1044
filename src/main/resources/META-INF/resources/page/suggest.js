/** Hedges that the service finds, ranked, each to be applied with one press. */
import { $, h, fill, choice, table } from './dom.js';
import { brief, money, percent, plural, words } from './format.js';
import { book, setLegs } from './book.js';

const GOALS = [['leastMargin', 'least margin'], ['economic', 'margin and cost']];
let goal = 'leastMargin', legs = '2', asked = '', ask = () => {}, applied = () => {};

/** Prepares the choices; `again` asks anew, `edited` is called after a hedge is applied. */
export function build(again, edited) {
  ask = again;
  applied = edited;
}

/** The question for what is held, in the market as the sliders say; null where it was asked already. */
export function body({ body: { model, currency, portfolio }, market, whatIf: { spot, vol, days } }) {
  const question = { model, market, portfolio, goal: { kind: goal }, limits: { legs: +legs } };
  if (currency) question.currency = currency;
  if (spot || vol || days) Object.assign(question, { shift: { spot: spot / 100, vol: vol / 100, days }, volMoves: 'absolute' });
  const text = JSON.stringify(question);
  if (text === asked) return null;
  asked = text;
  return question;
}

/** Draws the answer of `POST /v1/hedge/suggest`. */
export function draw(answer) {
  const focused = document.activeElement?.closest?.('#suggest .choice') && document.activeElement;
  fill($('suggest'), choices(), h('p', { class: 'say' }, verdict(answer)),
    answer.suggestions.length > 0 && table(`Hedges in whole lots, best first, in ${answer.currency}`,
      ['Hedge', 'Margin', 'Saved', 'Cost', 'Saved per cost', 'Premium', h('span', { class: 'sr' }, 'Apply')],
      answer.suggestions.map(row), { class: 'hedges' }),
    answer.notes.length > 0 && h('p', { class: 'quiet' }, answer.notes.map(note => `${words(note)}. `)));
  if (focused) $('suggest').querySelector(`[name="${focused.name}"][value="${focused.value}"]`)?.focus();
}

function verdict({ suggestions: [best], text }) {
  return best ? `The best found takes ${money(best.saved)} off the margin for a cost of ${money(best.cost)} to trade.` : `${words(text)}.`;
}

/** Says why there is none; the same question may be asked again. */
export function drawProblem(problem) {
  asked = '';
  fill($('suggest'), choices(), h('p', { class: 'mut' }, words(problem.message)));
}

const choices = () => h('div', { class: 'choices' },
  choice('For', 'goal', GOALS, goal, value => { goal = value; ask(); }),
  choice('Legs at most', 'goal-legs', ['1', '2', '3', '4'].map(n => [n, n]), legs, value => { legs = value; ask(); }));

function row(found) {
  const share = found.savedFraction == null ? '' : ` (${percent(found.savedFraction)})`;
  return { cells: [
    h('span', null, found.trades.map(trade => h('b', null, `${trade.quantity > 0 ? '+' : '\u2212'}${Math.abs(trade.quantity)} ${trade.symbol ?? trade.instrument}`)),
      h('small', null, [found.binding && `worst: ${brief(found.binding.text)}`, found.gap < 1 && words(found.text),
        ...found.offGrid.filter(check => check.warning).map(check => brief(check.warning))].filter(Boolean).join('; '))),
    money(found.initial), `${money(found.saved)}${share}`, money(found.cost),
    found.savedPerCost == null ? '\u2013' : money(found.savedPerCost), money(found.premium), apply(found)] };
}

/** A trade as a leg of the book: by its symbol, or where it has none by its fields. */
const leg = ({ symbol, fields, quantity }) => ({ ...(symbol ? { symbol } : { instrument: fields }), quantity, hedge: true });

function apply(found) {
  return h('button', { type: 'button', 'aria-label': `Apply hedge ${found.rank}`,
    title: `Replace the hedge by ${plural(found.trades.length, 'trade')}`,
    click: () => {
      setLegs([...book.legs.filter(leg => !leg.hedge), ...found.trades.map(leg)]);
      applied();
    } }, 'Apply');
}
