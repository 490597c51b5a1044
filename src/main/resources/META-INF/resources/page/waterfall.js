/** From the sum of legs alone to the margin with the hedge, as a table with bars. */
import { h, fill, $ } from './dom.js';
import { change, money } from './format.js';
import { nameOf } from './book.js';

/** Draws an answer of `askMargin`. */
export function draw({ asked, said }) {
  const steps = stepsOf(asked, said);
  const scale = Math.max(...steps.flatMap(step => [step.from, step.to]), 1);
  fill($('waterfall'), h('table', { class: 'fall' },
    h('caption', { class: 'quiet' }, `Initial margin in ${said.before.currency}, step by step`),
    h('thead', { class: 'sr' }, h('tr', null, ['Step', 'Change or margin', 'Bar'].map(c => h('th', { scope: 'col' }, c)))),
    h('tbody', null, steps.map(step => row(step, scale)))));
}

function stepsOf(asked, { before, after, givenOrder }) {
  const steps = [level('Sum of legs alone', before.standAlone), step('Netting', before.standAlone, before.initial)];
  steps.push(level(after ? 'Without the hedge' : 'Initial margin', before.initial));
  if (after) {
    const held = asked.body.portfolio.positions.length;
    givenOrder.order.forEach((place, i) => steps.push(step(
      nameOf(asked.legs[asked.places[held + place]]), givenOrder.margins[i], givenOrder.margins[i + 1], 'leg')));
    steps.push(level('With the hedge', after.initial));
  }
  return [...steps, ...parts(after ?? before)];
}

/** Floors and charges that decide beside the scan, as parts of the last level. */
function parts(margin) {
  const beside = (margin.components ?? []).filter(part => part.binds && part.name !== 'scan risk' && part.initial !== 0);
  return beside.map(part => ({
    name: `${part.underlying}: ${part.name} (${part.operator === 'max' ? 'the floor that counts' : 'added'})`,
    from: 0, to: part.initial * (part.factor === 'inside' ? part.initialFactor : 1), kind: 'part',
  }));
}

const level = (name, to) => ({ name, from: 0, to, kind: 'level' });
const step = (name, from, to, of = 'net') => ({ name, from, to, kind: to > from ? 'up' : 'down', of });

function row({ name, from, to, kind, of }, scale) {
  const isChange = kind === 'up' || kind === 'down';
  const left = 100 * Math.min(from, to) / scale, width = 100 * Math.abs(to - from) / scale;
  return h('tr', { class: `${kind} ${of ?? ''}` },
    h('th', { scope: 'row' }, of === 'leg' ? h('span', { class: 'via' }, name) : name),
    h('td', { class: 'num' }, isChange ? change(to - from) : money(to)),
    h('td', { class: 'track' }, h('i', { vars: { '--left': `${left}%`, '--width': `${width}%` } })));
}
