/**
 * Profit and loss by scenario: spot down the side, vol across, the tail beside it, and the legs of
 * the cell that is chosen. The worst cell is marked by a sign, an outline and weight, not by colour
 * alone.
 */
import { $, h, fill, choice, table } from './dom.js';
import { brief, change, money, move, percent, words } from './format.js';
import { nameOf } from './book.js';

let view = 'after', underlying = null, chosen = null, last = null, cells = new Map(), built = '';

/** Draws an answer of `askMargin`; `grid` holds the model's scenarios. */
export function draw(answer, grid) {
  last = { answer, grid };
  const { before, after } = answer.said;
  if (!grid.length) return empty();
  const ids = (after ?? before).groups.map(group => group.underlying);
  if (!ids.length) return empty();
  if (!ids.includes(underlying)) underlying = (after ?? before).binding?.underlying ?? ids[0];
  const shape = JSON.stringify([ids, underlying, view, after != null, grid.map(s => s.text)]);
  if (shape !== built) build(ids, after != null);
  built = shape;
  paint();
}

const empty = () => {
  built = '';
  fill($('heatmap'), h('p', { class: 'mut' }, 'This model reprices no scenario for this book; its parts are in the steps above.'));
};

const redraw = () => { chosen = null; draw(last.answer, last.grid); };

/** What is shown: the columns of vol, the rows of spot, and the rest as the tail. */
function layout(grid) {
  const core = grid.map((s, i) => ({ ...s, i })).filter(s => s.weight === 1);
  const spots = [...new Set(core.map(s => s.spotShock))].sort((a, b) => b - a);
  const vols = [...new Set(core.map(s => s.volText))];
  const at = (spot, vol) => core.find(s => s.spotShock === spot && s.volText === vol)?.i;
  const tail = grid.map((s, i) => ({ ...s, i })).filter(s => s.weight !== 1 && s.weight !== 0)
    .sort((a, b) => b.spotShock - a.spotShock);
  return { spots, vols, at, tail };
}

function build(ids, hedged) {
  cells = new Map();
  const { spots, vols, at, tail } = layout(last.grid);
  const core = spots.length > 0 && grid('Every scenario that counts in full', ['Spot', ...vols.map(heading)],
    spots.map(spot => [move(spot), ...vols.map(vol => at(spot, vol))]));
  const edge = tail.length > 0 && grid('The tail: losses that count in part', ['Spot', 'Counts', tailVol(tail)],
    tail.map(s => [move(s.spotShock), percent(s.weight, 2), s.i]));
  fill($('heatmap'),
    h('div', { class: 'choices' },
      ids.length > 1 && choice('Underlying', 'heat-of', ids.map(id => [id, id]), underlying, id => { underlying = id; redraw(); }),
      hedged && choice('Show', 'heat-view', [['after', 'with'], ['before', 'without'], ['difference', 'difference']], view, v => { view = v; redraw(); })),
    h('p', { class: 'say', id: 'worst' }),
    h('div', { class: 'maps' }, core, edge, h('div', { id: 'cell-legs', class: 'cell-legs' })));
}

const tailVol = tail => new Set(tail.map(s => s.volText)).size === 1 ? heading(tail[0].volText) : 'P&L';

/** The vol shock without its footnotes, which stand in the sentence of the cell. */
const heading = text => brief(text).replace(/^vol /, 'Vol ');

function grid(caption, columns, rows) {
  return h('table', { role: 'grid', class: 'heat', keydown: walk },
    h('caption', { class: 'quiet' }, caption),
    h('thead', null, h('tr', null, columns.map(c => h('th', { scope: 'col', role: 'columnheader' }, c)))),
    h('tbody', null, rows.map(([spot, ...rest]) => h('tr', null, h('th', { scope: 'row', role: 'rowheader' }, spot),
      rest.map(scenario => typeof scenario === 'number' ? cell(scenario) : h('td', { role: 'gridcell', class: 'mut' }, scenario ?? ''))))));
}

function cell(scenario) {
  const element = h('td', { role: 'gridcell', tabindex: -1, 'data-scenario': scenario,
    click: () => element.focus(), focus: () => choose(scenario) });
  cells.set(scenario, element);
  return element;
}

/** Arrow keys, Home and End move the focus; a grid holds one cell in the order of tabs. */
function walk(event) {
  const from = event.target.closest('td');
  const row = from?.parentElement;
  if (!row) return;
  const rows = [...row.parentElement.rows];
  const [down, along] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
    Home: [0, -99], End: [0, 99] }[event.key] ?? [];
  if (down == null) return;
  event.preventDefault();
  const there = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + down))];
  const inRow = [...there.cells].filter(c => c.dataset.scenario);
  const place = [...row.cells].filter(c => c.dataset.scenario).indexOf(from) + along;
  inRow[Math.min(inRow.length - 1, Math.max(0, place))]?.focus();
}

const groupOf = margin => margin?.groups.find(group => group.underlying === underlying);

/** The group that is shown, which is the one with the hedge unless it is asked without. */
function shown() {
  const { before, after } = last.answer.said;
  return view === 'before' || !after ? before : after;
}

function counted(scenario) {
  const { before, after } = last.answer.said;
  const of = margin => groupOf(margin)?.scenarioPnl[scenario] ?? 0;
  const profit = view === 'difference' && after ? of(after) - of(before) : of(shown());
  return profit * last.grid[scenario].weight;
}

function paint() {
  const worst = view === 'difference' ? null : groupOf(shown())?.binding?.index;
  const most = Math.max(...[...cells.keys()].map(s => Math.abs(counted(s))), 1);
  for (const [scenario, element] of cells) {
    const profit = counted(scenario), isWorst = scenario === worst;
    element.textContent = (isWorst ? '\u25bc ' : '') + change(profit);
    element.className = profit < 0 ? 'loses' : 'gains';
    element.classList.toggle('worst', isWorst);
    element.style.setProperty('--deep', `${Math.round(64 * Math.sqrt(Math.abs(profit) / most))}%`);
    element.setAttribute('aria-label', `${words(last.grid[scenario].text)}: ${change(profit)}${isWorst ? ', the worst' : ''}`);
  }
  sentence(worst);
  const focus = chosen ?? worst ?? cells.keys().next().value;
  tabStops(focus);
  drawLegs(focus);
}

/** One cell of each grid can be reached by tab: the chosen one, or else the worst or the first. */
function tabStops(focus) {
  for (const element of cells.values()) element.tabIndex = -1;
  for (const heat of document.querySelectorAll('#heatmap .heat')) {
    const stop = heat.querySelector(`[data-scenario="${focus}"]`) ?? heat.querySelector('.worst') ?? heat.querySelector('[data-scenario]');
    if (stop) stop.tabIndex = 0;
  }
}

function sentence(worst) {
  const group = groupOf(shown()), binding = group?.binding;
  if (view === 'difference') return fill($('worst'), 'What the hedge gains or loses in each scenario.');
  if (worst == null) return fill($('worst'), `No scenario loses anything on ${underlying}.`);
  const raw = -group.scenarioPnl[worst], weight = last.grid[worst].weight;
  const part = weight === 1 ? '' : `, of which ${percent(weight, 2)} counts: ${money(binding.loss)}`;
  fill($('worst'), `The worst of ${last.grid.length}: ${words(last.grid[worst].text.replace(/, counted at.*/, ''))}. There ${underlying} loses ${money(raw)}${part}.`,
    group.initial > binding.loss + 0.5 ? ` Floors and charges make it ${money(group.initial)}.` : '');
}

function choose(scenario) {
  chosen = scenario;
  tabStops(scenario);
  drawLegs(scenario);
}

/** The legs of one cell, the largest loss first. */
function drawLegs(scenario) {
  const { asked } = last.answer;
  const lines = shown().contributions
    .map((c, i) => ({ leg: asked.legs[asked.places[i]], profit: c.scenarioPnl[scenario], of: c.instrument }))
    .filter(line => line.of.startsWith(`${underlying} `))
    .sort((a, b) => a.profit - b.profit);
  const weight = last.grid[scenario].weight;
  const total = groupOf(shown())?.scenarioPnl[scenario] ?? 0;
  const sums = [{ attributes: { class: 'sum' }, cells: ['Together', change(total)] }];
  if (weight !== 1) sums.push({ cells: [`of which ${percent(weight, 2)} counts`, change(total * weight)] });
  fill($('cell-legs'), table(`Legs at ${brief(last.grid[scenario].text.replace(/, counted.*/, ''))}`,
    ['Leg', 'Profit or loss'], [...lines.map(line => ({ cells: [nameOf(line.leg) + (line.leg.hedge ? ' (hedge)' : ''), change(line.profit)] })), ...sums]));
}
