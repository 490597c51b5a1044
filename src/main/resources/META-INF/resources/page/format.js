/** How numbers and words are written, the same everywhere. */

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const minus = text => text.replace(/^-0$/, '0').replace('-', '\u2212');

/** An amount of money to the unit. */
export const money = x => minus(WHOLE.format(x));

/** An amount of money with its sign, also where it is a gain. */
export const change = x => (Math.round(x) > 0 ? '+' : '') + money(x);

/** A price, to a hundredth. */
export const fine = x => minus(FINE.format(x));

/** A delta: two decimals, so that a column of them lines up. */
export const delta = x => minus(CENTS.format(x)).replace(/^\u2212(?=0\.00$)/, '');

/** A fraction in percent. */
export const percent = (fraction, digits = 1) =>
  `${minus(parseFloat((100 * fraction).toFixed(digits)).toString())}\u202f%`;

/** A fraction in percent with its sign. */
export const move = (fraction, digits = 1) => (fraction > 0 ? '+' : '') + percent(fraction, digits);

/** An amount for the axis of a chart: 12k, 1.5M. */
export function short(x) {
  const size = Math.abs(x);
  const [unit, letter] = size >= 1e6 ? [1e6, 'M'] : size >= 1e4 ? [1e3, 'k'] : [1, ''];
  return minus(FINE.format(x / unit)) + letter;
}

/** Words of the service with a real minus before numbers. */
export const words = text => text.replace(/(^|[\s(])-(?=\d)/g, '$1\u2212').replace(/ %/g, '\u202f%');

/** A scenario in words without the footnotes of its vol shock. */
export const brief = text => words(text.replace(/ scaled by tenor|, at least [\d.]+ %/g, ''));

/** Phrases of the service as one sentence after a heading. */
export const listed = (heading, phrases) => phrases.length ? `${heading}: ${phrases.map(words).join('; ')}.` : '';

/** One thing or several. */
export const plural = (n, one, many = one + 's') => `${WHOLE.format(n)} ${n === 1 ? one : many}`;

/** An instant in words, to the minute, in UTC. */
export const instant = iso => iso.replace('T', ' ').replace(/(:\d\d):\d\d(\.\d+)?Z$/, '$1') + ' UTC';
