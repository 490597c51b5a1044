/** The verdict in one sentence, the four numbers behind it, and what should be known of them. */
import { $, h, fill } from './dom.js';
import { brief, money, move, percent, words, plural } from './format.js';

/** What a number of margin is, with its worst scenario. */
const cause = margin => margin.binding ? `worst: ${brief(margin.binding.text)}` : 'no scenario loses anything';

/** Draws an answer of `askMargin`. */
export function draw({ asked, said }) {
  const { before, after } = said;
  fill($('verdict'), sentence(said), moveText(asked.whatIf));
  fill($('numbers'), [
    number(after ? 'Without the hedge' : 'Initial margin', before.initial, cause(before)),
    after && number('With the hedge', after.initial, cause(after), 'key'),
    maintenance(after ?? before),
    alone(after ?? before, after != null),
  ]);
  fill($('warnings'), warnings(after ?? before));
}

function sentence({ before, after, saved, savedFraction, currency }) {
  const unit = before.currency;
  if (!after) return [`This book must post `, h('b', null, `${money(before.initial)} ${unit}`), '. Tick a leg as hedge to see what it takes off.'];
  const way = `from ${money(before.initial)} to ${money(after.initial)} ${currency}: `;
  const share = savedFraction == null ? '' : ` (${percent(Math.abs(savedFraction))})`;
  if (Math.abs(saved) < 0.005) return [`The hedge leaves initial margin at ${money(after.initial)} ${currency}.`];
  return saved > 0
    ? ['The hedge cuts initial margin ', way, h('b', { class: 'gain' }, `${money(saved)} less`), `${share}.`]
    : ['The hedge raises initial margin ', way, h('b', { class: 'loss' }, `${money(-saved)} more`), `${share}.`];
}

function moveText({ spot, vol, days }) {
  const parts = [
    spot && `spot ${move(spot / 100)}`,
    vol && `vol ${vol > 0 ? '+' : '\u2212'}${plural(Math.abs(vol), 'point')}`,
    days && `${plural(days, 'day')} later`,
  ].filter(Boolean);
  return parts.length ? h('span', { class: 'moved' }, ` With ${parts.join(', ')}.`) : null;
}

const number = (name, amount, why, kind) =>
  h('div', { class: kind }, h('dt', null, name), h('dd', null, h('strong', null, money(amount)), h('span', { class: 'mut' }, why)));

function maintenance(margin) {
  const room = margin.excess.maintenance;
  const why = margin.equity === 0 ? 'what must stay there; no collateral is given'
    : `equity of ${money(margin.equity)} is ${money(Math.abs(room))} ${room < 0 ? 'too little' : 'over it'}`;
  return number('Maintenance', margin.maintenance, why, room < 0 && margin.equity !== 0 ? 'short' : null);
}

function alone(margin, hedged) {
  const saved = margin.offsetFraction == null ? '' : `; together ${percent(margin.offsetFraction)} less`;
  return number('Sum of legs alone', margin.standAlone, `if nothing were netted${hedged ? ', hedge included' : ''}${saved}`);
}

/** Losses between the grid's points, and prices that were not quoted. */
function warnings(margin) {
  const said = [
    ...(margin.offGrid ?? []).filter(check => check.warning).map(check => words(check.warning)),
    ...(margin.notes ?? []).map(words),
  ];
  if (!said.length) return null;
  return h('details', { class: 'note' },
    h('summary', null, plural(said.length, 'thing'), ' to know of these figures'),
    h('ul', null, said.map(text => h('li', null, text))));
}

/** Says in place of the verdict what is wrong; faults of positions stand beside the positions. */
export function drawProblem(problem, errors, faulty) {
  fill($('verdict'), h('span', { class: 'loss' }, `${problem.title}.`),
    faulty ? ` ${plural(faulty, 'position needs', 'positions need')} a look.` : ` ${errors.length ? '' : words(problem.message)}`);
  fill($('warnings'), errors.length > 0 && h('ul', { class: 'problem' },
    errors.map(e => h('li', null, h('code', null, e.pointer || 'the request'), ` ${words(e.detail)}`))));
}
