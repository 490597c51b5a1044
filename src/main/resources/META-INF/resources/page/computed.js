/** How the figures come about, and by what anyone can check them. */
import { $, h, fill } from './dom.js';
import { instant, plural } from './format.js';

/** Draws what an answer says of its model, market and engine. */
export function draw({ said }, model) {
  const { after, before } = said;
  const { engine, inputHash, market } = after ?? before;
  fill($('computed'),
    h('p', null, 'Every position is repriced in every scenario of the model. In each, profits and losses of all positions are summed, '
      + 'so that what gains pays for what loses. The worst sum is the scan risk of an underlying; floors and charges of the model come on top. '
      + 'The hedge is margined the same way, inside the book: what it takes off is the difference of two readings of one matrix.'),
    h('p', null, 'All numbers come from the service by one pricing model; the page computes none. Sliders move the quotes: spot and forwards in proportion, '
      + 'vols by points at their strikes, time by whole days. A leg that expires on the way settles and covers nothing afterwards.'),
    h('dl', { class: 'facts' },
      fact('Model', h('a', { href: `/v1/models/${model.id}@${model.version}` }, `${model.id}@${model.version}`), `, ${plural(model.scenarios, 'scenario')}, status ${model.status}`),
      fact('Model hash', h('code', null, model.hash)),
      fact('Market', `${market.id ?? 'sent along'}, as of ${instant(market.asOf)}`),
      fact('Market hash', h('code', null, market.hash)),
      fact('Input hash', h('code', null, inputHash)),
      fact('Engine', `${engine.name} ${engine.version}, kernel ${engine.kernel}`)),
    h('p', null, 'The same input hash gives the same answer to the last bit. ', h('a', { href: '/q/swagger-ui' }, 'The API, to be read and tried'), ' \u00b7 ',
      h('a', { href: '/v1/models' }, 'all models with their parameters')));
}

const fact = (name, ...what) => h('div', null, h('dt', null, name), h('dd', null, ...what));
