/** Margin and profit over spot, vol or days, with and without the hedge. */
import { $, h, svg, fill, choice, table } from './dom.js';
import { change, fine, instant, listed, money, move, plural } from './format.js';
import { chart } from './chart.js';

const OVER = {
  spot: { from: -0.3, to: 0.3, points: 61, name: 'spot', tick: at => move(at, 0) },
  vol: { from: -0.5, to: 1, points: 31, name: 'volatility', tick: at => move(at, 0) },
  days: { from: 0, to: 60, points: 31, name: 'days ahead', tick: at => `${at}` },
};
let over = 'spot', underlying = null, again = () => {}, last = null;

/** Prepares the choices; `ask` asks for the curve again. */
export const build = ask => { again = ask; };

/** The question for the curve that is chosen; `ids` are the underlyings that are held. */
export function body(asked, ids) {
  if (!ids.includes(underlying)) underlying = ids[0];
  const { from, to, points } = OVER[over];
  const curve = { over, from, to, points };
  if (over !== 'days') curve.underlying = underlying;
  return { ...asked.body, curve };
}

/** Draws the answer of `POST /v1/margin/curve`. */
export function draw(answer, ids) {
  last = { answer, ids, width: widthNow() };
  const choices = h('div', { class: 'choices' },
    choice('Over', 'curve-over', [['spot', 'spot'], ['vol', 'vol'], ['days', 'days']], over, v => { over = v; again(); }),
    over !== 'days' && ids.length > 1 && choice('Underlying', 'curve-of', ids.map(id => [id, id]), underlying, id => { underlying = id; again(); }));
  const opened = $('curve').querySelector('details')?.open;
  const focused = document.activeElement?.closest?.('#curve .choice') && document.activeElement;
  fill($('curve'), choices, figures(answer), notes(answer), h('details', { open: opened },
    h('summary', null, 'Show as table'), rows(answer)));
  if (focused) $('curve').querySelector(`[name="${focused.name}"][value="${focused.value}"]`)?.focus();
}

function figures(answer) {
  const width = last.width;
  const hedged = answer.points[0].after != null;
  const reading = h('p', { class: 'reading mut', 'aria-hidden': 'true' });
  const drawn = [
    figure(answer, width, 240, `Initial margin, ${answer.currency}`, 'initial', hedged),
    figure(answer, width, 210, `Profit from now, ${answer.currency}`, 'pnl', hedged),
  ];
  const charts = drawn.map(([, c]) => c);
  const box = h('div', { class: 'figures', pointermove: e => read(e, answer, charts, reading), pointerleave: () => unread(charts, reading) },
    drawn.map(([title, c]) => h('figure', null, h('figcaption', null, title, key(hedged)), c.element)), reading);
  unread(charts, reading);
  return box;
}

/** What the lines are, where the chart has no room for labels at their ends. */
const key = hedged => h('span', { class: 'lines' },
  h('span', { class: 'without' }, hedged ? 'without' : 'this book'), hedged && h('span', { class: 'with' }, 'with hedge'));

function figure(answer, width, height, title, field, hedged) {
  const { from, to, tick } = OVER[answer.over];
  const points = answer.points;
  const line = (side, label, kind) => ({ label, kind, points: points.map(p => [p.at, p[side][field]]) });
  const lines = [line('before', hedged ? 'without hedge' : 'this book', 'without')];
  if (hedged) lines.push(line('after', 'with hedge', 'with'));
  const ends = side => `${money(points[0][side][field])} to ${money(points.at(-1)[side][field])}`;
  const description = `Over ${OVER[answer.over].name} from ${tick(from)} to ${tick(to)}: without hedge from ${ends('before')}`
    + (hedged ? `, with hedge from ${ends('after')}` : '') + '. All figures are in the table below.';
  const drawn = chart({ width, height, title, description, from, to, lines,
    ticks: Array.from({ length: width < 480 ? 4 : 7 }, (_, i, n = width < 480 ? 3 : 6) => from + i * (to - from) / n).map(at => [at, label(answer, at)]),
    marks: marksOf(answer) });
  return [title, drawn];
}

/** A tick of the axis: over spot the price, which is what people watch. */
function label(answer, at) {
  if (answer.over !== 'spot') return OVER[answer.over].tick(Math.round(at * 100) / 100);
  const now = answer.points.find(p => p.marks.includes('now'));
  return now ? fine(Math.round(now.spot * (1 + at))) : move(at, 0);
}

const marksOf = answer => answer.points.flatMap(p =>
  p.marks.includes('now') ? [[p.at, 'now']] : p.marks.some(m => m === 'strike' || m === 'expiry') ? [[p.at, 'strike']] : []);

function read(event, answer, charts, reading) {
  const box = charts[0].element.getBoundingClientRect();
  const inside = (event.clientX - box.left) / box.width * charts[0].width;
  const nearest = answer.points.reduce((best, p) => Math.abs(charts[0].x(p.at) - inside) < Math.abs(charts[0].x(best.at) - inside) ? p : best);
  for (const c of charts) {
    c.element.querySelector('.cross')?.remove();
    c.element.append(svg('path', { class: 'cross', d: `M${c.x(nearest.at)} ${c.top}V${c.bottom}` }));
  }
  const { before, after } = nearest;
  fill(reading, h('b', null, where(answer, nearest)), ` margin ${money(before.initial)}`,
    after && ` \u2192 ${money(after.initial)}`, `, profit ${change(before.pnl)}`, after && ` \u2192 ${change(after.pnl)}`);
}

function unread(charts, reading) {
  for (const c of charts) c.element.querySelector('.cross')?.remove();
  reading.textContent = 'Small ticks are strikes; the tall line is now.';
}

const where = ({ over: axis, underlying: id }, p) => axis === 'days' ? `${plural(p.at, 'day')} ahead`
  : axis === 'spot' ? `${id} ${fine(p.spot)} (${move(p.at)})` : `${id} vol ${move(p.at)}`;

function notes(answer) {
  const tick = OVER[answer.over].tick;
  const breakEvens = (whose, places) => places?.length ? `${whose} the book breaks even at ${places.map(tick).join(', ')}.` : '';
  const said = [
    breakEvens('Without the hedge', answer.breakEvens),
    breakEvens('With the hedge', answer.hedgedBreakEvens),
    listed('On the way', answer.settlements.map(s => s.text)),
    listed(`As of ${instant(answer.asOf)}, held to be true`, answer.assumptions),
  ].filter(Boolean);
  return h('p', { class: 'quiet' }, said.join(' '));
}

function rows(answer) {
  const hedged = answer.points[0].after != null;
  const columns = ['Where', 'Margin without', hedged && 'Margin with', 'Profit without', hedged && 'Profit with'].filter(Boolean);
  return table('Every point of the curves', columns, answer.points.map(p => ({ cells: [
    `${where(answer, p)}${p.marks.length ? ` \u00b7 ${p.marks.join(', ')}` : ''}`,
    money(p.before.initial), ...(hedged ? [money(p.after.initial)] : []), change(p.before.pnl), ...(hedged ? [change(p.after.pnl)] : [])] })));
}

/** Draws again where there is another width for it. */
export function resize() {
  if (last && widthNow() !== last.width) draw(last.answer, last.ids);
}

const widthNow = () => Math.max(280, Math.min(920, $('curve').clientWidth || 920));
