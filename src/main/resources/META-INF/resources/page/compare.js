/** The same book and hedge under every model. */
import { $, h, fill, table } from './dom.js';
import { money, percent, plural, words } from './format.js';
import { post } from './api.js';

/** The question under all of `names`, in as many parts as `most` names a part need. */
export async function ask({ names, most, body }, signal) {
  const parts = [];
  for (let i = 0; i < names.length; i += most) parts.push(names.slice(i, i + most));
  const answers = await Promise.all(parts.map(models => post('/v1/margin/compare', { ...body, models }, signal)));
  return answers.flatMap(answer => answer.models);
}

/** Draws the entries of `ask`, the chosen model first; `models` tells their titles. */
export function draw(entries, models, chosen) {
  const answered = entries.filter(entry => !entry.problem)
    .sort((a, b) => (b.model === chosen) - (a.model === chosen) || b.margin.initial - a.margin.initial);
  const refused = entries.filter(entry => entry.problem);
  const scale = Math.max(...answered.map(entry => entry.margin.initial), 1);
  const open = $('compare').querySelector('details')?.open;
  fill($('compare'),
    answered.length > 0 && table('Initial margin by model', ['Model', 'Without', 'With', 'Taken off', h('span', { class: 'sr' }, 'Bars')],
      answered.map(entry => row(entry, models, chosen, scale)), { class: 'models' }),
    refused.length > 0 && h('details', { open }, h('summary', null, `${plural(refused.length, 'model refuses', 'models refuse')} this book`),
      h('ul', { class: 'refusals' }, refused.map(refusal))));
}

function row({ model, margin, hedge }, models, chosen, scale) {
  const known = models.find(m => `${m.id}@${m.version}` === model);
  const name = h('span', null, h('b', null, model), h('small', null, known ? `${known.title} \u00b7 ${known.status}` : ''));
  const taken = hedge ? `${money(hedge.saved)}${hedge.savedFraction == null ? '' : ` (${percent(hedge.savedFraction)})`}` : '';
  return { attributes: { class: model === chosen ? 'chosen' : null },
    cells: [name, money(margin.initial), hedge ? money(hedge.after.initial) : '', taken, bars(margin.initial, hedge?.after.initial, scale)] };
}

const refusal = ({ model, problem }) => h('li', null, h('b', null, model),
  ` ${words(problem.errors[0]?.detail ?? problem.detail)}${problem.errors.length > 1 ? `, and ${problem.errors.length - 1} more` : ''}`);

const bars = (before, after, scale) => h('td', { class: 'pair', 'aria-hidden': 'true' },
  h('i', { vars: { '--width': `${100 * before / scale}%` } }),
  after != null && h('i', { class: 'with', vars: { '--width': `${100 * after / scale}%` } }));
