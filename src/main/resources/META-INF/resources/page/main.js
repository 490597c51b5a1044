/**
 * The page: it takes a book, asks the service, and lets each view draw its part of the answers.
 *
 * The margin is asked first; what depends on the same question follows on lanes of its own, so that
 * a slow answer never holds up the verdict.
 */
import { $, h, fill } from './dom.js';
import { get, post, Lane, Problem } from './api.js';
import { book, take } from './book.js';
import { question, askMargin, legAt } from './question.js';
import { decode } from './share.js';
import { instant, words } from './format.js';
import { PRESETS } from './presets.js';
import * as verdict from './verdict.js';
import * as waterfall from './waterfall.js';
import * as legs from './legs.js';
import * as pastebox from './pastebox.js';
import * as whatif from './whatif.js';
import * as heatmap from './heatmap.js';
import * as curve from './curve.js';
import * as liquidation from './liquidation.js';
import * as suggest from './suggest.js';
import * as compare from './compare.js';
import * as path from './path.js';
import * as keep from './keep.js';
import * as computed from './computed.js';

let models = [], limits = {}, latest = null, suggestInView = false;
const marginLane = new Lane(async (_, signal) => askMargin(await question(), signal));
const lane = path => new Lane((body, signal) => post(path, body, signal));
const curveLane = lane('/v1/margin/curve');
const liquidationLane = lane('/v1/margin/liquidation');
const suggestLane = lane('/v1/hedge/suggest');
const compareLane = new Lane(compare.ask);
const grids = new Map();

/** The model with its scenarios, asked for once. */
function modelOf({ id, version }) {
  const name = `${id}@${version}`;
  if (!grids.has(name)) {
    const asked = get(`/v1/models/${name}`);
    asked.catch(() => grids.delete(name));
    grids.set(name, asked);
  }
  return grids.get(name);
}

/** Asks for everything; called after any change of the book. */
function ask() {
  stale('asking');
  marginLane.ask(null, draw, drawProblem);
}

async function draw(answer) {
  const { asked, said } = answer;
  const model = await modelOf((said.after ?? said.before).model);
  stamp(said, model);
  verdict.draw(answer);
  waterfall.draw(answer);
  legs.draw(answer);
  whatif.draw(answer);
  heatmap.draw(answer, model.grid ?? []);
  path.draw(answer);
  keep.remember(answer, model.grid ?? []);
  computed.draw(answer, model);
  follow(asked, said, model);
}

/** What is asked after the margin, about the same question. */
function follow(asked, said, model) {
  latest = { asked, ids: (said.after ?? said.before).groups.map(group => group.underlying) };
  askCurve();
  askLiquidation();
  askSuggestions();
  const { model: chosen, ...rest } = asked.body;
  compareLane.ask({ names: compared(model), most: limits.models, body: { ...rest, detail: 'brief' } },
    entries => compare.draw(entries, models, `${model.id}@${model.version}`), problem => inPlace('compare', problem));
}

/** The newest version of each model, but of the chosen one the version that is chosen. */
function compared(chosen) {
  const newest = new Map(models.map(m => [m.id, m]));
  newest.set(chosen.id, chosen);
  return [...newest.values()].map(m => `${m.id}@${m.version}`);
}

function askCurve() {
  const { asked, ids } = latest;
  if (!ids.length) return fill($('curve'));
  curveLane.ask(curve.body(asked, ids), answer => curve.draw(answer, ids), problem => inPlace('curve', problem));
}

function askLiquidation() {
  const { asked, ids } = latest;
  if (!ids.length) return fill($('liquidation'));
  liquidationLane.ask(liquidation.body(asked, ids), answer => liquidation.draw(answer, ids), problem => inPlace('liquidation', problem));
}

/** A search takes the service longer than all else, so it waits until somebody comes to see it. */
function askSuggestions() {
  if (!suggestInView || !latest) return;
  const question = suggest.body(latest.asked);
  if (question) suggestLane.ask(question, suggest.draw, suggest.drawProblem);
}

const inPlace = (id, problem) => fill($(id), h('p', { class: 'mut' }, words(problem.message)));

function drawProblem(problem) {
  stale('stale');
  const faults = new Map(), rest = [];
  for (const error of problem.errors) {
    const place = problem.asked?.edition === book.edition ? legAt(problem.asked, error.pointer) : -1;
    if (place < 0) rest.push(error);
    else faults.set(place, [...faults.get(place) ?? [], error]);
  }
  legs.drawFaults(faults);
  verdict.drawProblem(problem, rest, faults.size);
}

/** Model, market and time of what is shown. */
function stamp(said, model) {
  const { market } = said.after ?? said.before;
  fill($('asked'), h('span', { class: `badge ${model.status}`, title: STATUS[model.status] }, model.status), ' ', model.title,
    h('span', { class: 'dot' }, `${model.id}@${model.version}`), h('span', { class: 'dot' }, h('code', { title: model.hash }, model.hash.slice(0, 8))),
    h('span', { class: 'dot' }, 'as of ', h('time', { datetime: market.asOf }, instant(market.asOf))),
    h('span', { id: 'state', class: 'state', hidden: true }));
  stale(marginLane.waits ? 'asking' : 'current');
}

const STATUS = {
  verified: 'reproduces the venue\u2019s own figures', documented: 'follows published documents',
  partial: 'part of the rule is not published', own: 'our own model, no venue\u2019s requirement',
};

/** Says so where what is shown is not the answer to what stands in the book. */
function stale(state) {
  document.body.dataset.state = state;
  const badge = $('state');
  if (!badge) return;
  badge.hidden = state === 'current';
  badge.textContent = state === 'asking' ? 'asking\u2026' : 'not current: see what is wrong';
}

/** Shows the book from its beginning: after another was taken. */
function show() {
  legs.build(edited);
  whatif.show();
  $('model').value = nameIn($('model'), book.model);
  const market = typeof book.market === 'string' ? book.market : SENT;
  if (![...$('market').options].some(option => option.value === market)) $('market').prepend(h('option', { value: market }, market));
  $('market').value = market;
}

const SENT = '(sent along)';

/** The option of a select that a name means, where the bare id means the newest version. */
const nameIn = (select, name) => [...select.options].map(o => o.value).filter(v => v === name || v.startsWith(`${name}@`)).at(-1) ?? name;

function edited() {
  if (legs.isOutdated()) legs.build(edited);
  ask();
}

function takeOver(request) {
  legs.forget();
  take(request);
  show();
  ask();
}

async function choices() {
  const [known, markets] = await Promise.all([get('/v1/models'), get('/v1/markets')]);
  ({ models, limits } = known);
  fill($('model'), models.map(m => h('option', { value: `${m.id}@${m.version}` }, m.version === '1' ? m.id : `${m.id}@${m.version}`)));
  fill($('market'), markets.markets.map(m => h('option', { value: m.id }, m.id)), h('option', { value: SENT, disabled: true }, SENT));
  fill($('preset'), PRESETS.map((p, i) => h('option', { value: i }, p.name)));
  $('model').addEventListener('change', e => { book.model = e.target.value; ask(); });
  $('market').addEventListener('change', e => { book.market = e.target.value; ask(); });
  $('preset').addEventListener('change', async e => takeOver(PRESETS[e.target.value].request ?? await get('/v1/samples/book')));
}

/** The book of the link that was opened, or the sample book. */
async function first() {
  const hash = location.hash.slice(1);
  if (hash.length > 20) {
    try {
      return await decode(hash);
    } catch {
      fill($('verdict'), 'This link is damaged; here is the sample book instead.');
    }
  }
  return get('/v1/samples/book');
}

async function start() {
  pastebox.build(() => { legs.forget(); show(); ask(); });
  whatif.build(ask);
  curve.build(askCurve);
  liquidation.build(askLiquidation);
  suggest.build(askSuggestions, edited);
  keep.build();
  new ResizeObserver(curve.resize).observe($('curve'));
  new IntersectionObserver(([seen]) => { suggestInView = seen.isIntersecting; askSuggestions(); }, { rootMargin: '300px' }).observe($('suggest'));
  addEventListener('hashchange', async () => takeOver(await first()));
  const [request] = await Promise.all([first(), choices()]);
  takeOver(request);
}

start().catch(e => {
  if (!(e instanceof Problem)) throw e;
  verdict.drawProblem(e, [], 0);
});
