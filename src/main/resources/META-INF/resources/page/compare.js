/** The same book and hedge under every model. */
import { $, h, fill, table } from './dom.js';
import { money, percent, words } from './format.js';

/** Draws an answer of `POST /v1/margin/compare`; `models` tells their titles. */
export function draw(answer, models, chosen) {
  const scale = Math.max(...answer.models.map(entry => entry.margin?.initial ?? 0), 1);
  fill($('compare'), table('Initial margin by model', ['Model', 'Without', 'With', 'Taken off', h('span', { class: 'sr' }, 'Bars')],
    answer.models.map(entry => row(entry, models, chosen, scale)), { class: 'models' }));
}

function row({ model, margin, hedge, problem }, models, chosen, scale) {
  const known = models.find(m => `${m.id}@${m.version}` === model);
  const name = h('span', null, h('b', null, model), h('small', null, known ? `${known.title} \u00b7 ${known.status}` : ''));
  const attributes = { class: model === chosen ? 'chosen' : null };
  if (problem) return { attributes, cells: [name, refusal(problem)] };
  const taken = hedge ? `${money(hedge.saved)}${hedge.savedFraction == null ? '' : ` (${percent(hedge.savedFraction)})`}` : '';
  return { attributes, cells: [name, money(margin.initial), hedge ? money(hedge.after.initial) : '', taken,
    bars(margin.initial, hedge?.after.initial, scale)] };
}

const refusal = problem => h('td', { colspan: 4, class: 'mut refusal' },
  `refuses: ${words(problem.errors[0]?.detail ?? problem.detail)}${problem.errors.length > 1 ? `, and ${problem.errors.length - 1} more` : ''}`);

const bars = (before, after, scale) => h('td', { class: 'pair', 'aria-hidden': 'true' },
  h('i', { vars: { '--width': `${100 * before / scale}%` } }),
  after != null && h('i', { class: 'with', vars: { '--width': `${100 * after / scale}%` } }));
