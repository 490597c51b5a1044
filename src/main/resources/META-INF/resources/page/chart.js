/** Line charts as plain SVG: direct labels, distinct dashes, a reading under the pointer. */
import { svg } from './dom.js';
import { short } from './format.js';

/**
 * One chart: its `element`, the `width` it is drawn in, where each `x` stands, and its `top` and
 * `bottom`.
 *
 * @param view width, height, title, description, `from` and `to` of x, `ticks` of x as [x, text],
 *   `marks` as [x, text], lines as { label, kind, points: [[x, y]] }
 */
export function chart({ width, height, title, description, from, to, ticks, marks = [], lines }) {
  const edge = { left: 52, right: width < 480 ? 24 : 132, top: 14, bottom: 30 };
  const [low, high] = bounds(lines);
  const x = at => edge.left + (at - from) / (to - from || 1) * (width - edge.left - edge.right);
  const y = at => height - edge.bottom - (at - low) / (high - low) * (height - edge.top - edge.bottom);
  const ends = spread(lines.map(line => y(line.points.at(-1)[1])), 15);
  const levels = nice(low, high, height < 200 ? 4 : 5);
  const element = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'chart', 'aria-label': `${title}. ${description}` },
    svg('g', { 'aria-hidden': 'true' },
      levels.map(level => [
        svg('path', { class: level === 0 ? 'axis' : 'grid', d: `M${edge.left} ${y(level)}H${width - edge.right}` }),
        svg('text', { x: edge.left - 8, y: y(level) + 4, class: 'end' }, short(level))]).flat(),
      ticks.map(([at, text]) => svg('text', { x: x(at), y: height - 8, class: 'mid' }, text)),
      marks.map(([at, kind]) => svg('path', { class: `at ${kind}`, d: `M${x(at)} ${kind === 'now' ? edge.top : height - edge.bottom - 5}V${height - edge.bottom}` })),
      lines.map(line => svg('path', { class: `line ${line.kind}`, d: line.points.map(([at, v], i) => `${i ? 'L' : 'M'}${x(at).toFixed(1)} ${y(v).toFixed(1)}`).join('') })),
      width >= 480 ? lines.map((line, i) => svg('text', { x: width - edge.right + 8, y: ends[i] + 4, class: `label ${line.kind}` }, line.label)) : []));
  return { element, x, width, top: edge.top, bottom: height - edge.bottom };
}

function bounds(lines) {
  const all = lines.flatMap(line => line.points.map(([, v]) => v));
  const low = Math.min(0, ...all), high = Math.max(0, ...all);
  const room = (high - low || 1) * 0.04;
  return [low < 0 ? low - room : low, high > 0 ? high + room : high || 1];
}

/** Levels at round numbers, zero among them where it is in reach. */
function nice(low, high, most) {
  const rough = (high - low) / most, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= rough);
  const levels = [];
  for (let level = Math.ceil(low / step) * step; level <= high; level += step) levels.push(Math.abs(level) < step / 1e6 ? 0 : level);
  return levels;
}

/** Places for labels that do not stand on each other. */
function spread(places, gap) {
  const order = places.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  for (let i = 1; i < order.length; i++) order[i].at = Math.max(order[i].at, order[i - 1].at + gap);
  const settled = [];
  for (const { at, i } of order) settled[i] = at;
  return settled;
}
