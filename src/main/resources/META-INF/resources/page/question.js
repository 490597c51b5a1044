/**
 * From the book to the question that the service is asked: the market moved as the sliders say,
 * legs that expired on the way left out. Quotes are moved here; prices are the service's alone.
 */
import { get, post, Problem } from './api.js';
import { book, request, sent, isMoved } from './book.js';

const DAY = 86_400_000;
const bodies = new Map();
const settledAt = new Map();

/** The whole body of a loaded market, asked for once. */
function body(market) {
  if (typeof market !== 'string') return market;
  if (!bodies.has(market)) {
    const asked = get(`/v1/markets/${encodeURIComponent(market)}/body`);
    asked.catch(() => bodies.delete(market));
    bodies.set(market, asked);
  }
  return bodies.get(market);
}

/** Forgets what was known of a market that was loaded again. */
export function forget(market) {
  bodies.delete(market);
  settledAt.clear();
}

/** A market with spot moved by a fraction, vols by points, and days passed. */
export function moved(market, { spot, vol, days }) {
  const asOf = Date.parse(market.asOf) + days * DAY;
  return { ...market,
    asOf: new Date(asOf).toISOString(),
    underlyings: market.underlyings.map(u => movedUnderlying(u, Date.parse(market.asOf), asOf, 1 + spot / 100, vol / 100)) };
}

function movedUnderlying(before, from, asOf, factor, points) {
  const after = { ...before, spot: before.spot * factor };
  const alive = quote => quote.expiry == null || Date.parse(quote.expiry) > asOf;
  const shocked = vol => Math.max(0, vol + points);
  if (before.perpetualMark != null) after.perpetualMark = before.perpetualMark * factor;
  if (before.forwards) {
    after.forwards = before.forwards.filter(alive).map(f => ({ ...f, price: forward(f, before.spot, from, asOf) * factor }));
  }
  if (before.vols) after.vols = before.vols.filter(alive).map(v => ({ ...v, vol: shocked(v.vol) }));
  if (before.vol != null) after.vol = shocked(before.vol);
  if (before.quotes) after.quotes = before.quotes.filter(alive).map(quote => movedQuote(quote, shocked));
  return after;
}

/** A quote with its vol moved, and without prices, since nobody quotes in a market that is not. */
function movedQuote({ mark, bid, ask, delta, ...quote }, shocked) {
  return quote.vol == null ? quote : { ...quote, vol: shocked(quote.vol) };
}

/** A listed forward keeps its carry a year, so that it meets spot at its expiry. */
function forward({ expiry, price }, spot, from, asOf) {
  if (asOf === from) return price;
  const end = Date.parse(expiry);
  return spot * (price / spot) ** ((end - asOf) / (end - from));
}

/** A leg in its market, by which its expiry is remembered. */
const key = leg => JSON.stringify([book.market.asOf ?? book.market, leg.symbol ?? leg.instrument]);

/** Whether the service said that a leg has expired by the day that the sliders show. */
const hasSettled = (leg, days) => days >= (settledAt.get(key(leg)) ?? Infinity);

/**
 * The book as questions to the service.
 *
 * `market` is the one that is not moved; `places` says, for each position that is asked, then each leg of the hedge, which leg of the book
 * it is; `settled` holds the legs that are not asked any more.
 */
export async function question() {
  const whole = request();
  const { edition, whatIf, legs, market } = book;
  delete whole.whatIf;
  if (isMoved()) whole.market = moved(await body(market), whatIf);
  const alive = legs.filter(leg => !hasSettled(leg, whatIf.days));
  const held = alive.filter(leg => !leg.hedge);
  const hedge = alive.filter(leg => leg.hedge);
  whole.portfolio.positions = held.map(sent);
  if (hedge.length) whole.hedge = { positions: hedge.map(sent) };
  else delete whole.hedge;
  return { body: whole, market, edition, legs, whatIf: { ...whatIf },
    places: [...held, ...hedge].map(leg => legs.indexOf(leg)),
    settled: legs.filter(leg => !alive.includes(leg)).map(leg => legs.indexOf(leg)) };
}

/** The leg of the book that a JSON pointer of a question is about, or -1. */
export function legAt(asked, pointer) {
  const [, part, place] = /^\/(portfolio|hedge)\/positions\/(\d+)/.exec(pointer) ?? [];
  if (!part) return -1;
  const held = asked.body.portfolio.positions.length;
  return asked.places[part === 'hedge' ? held + +place : +place] ?? -1;
}

/**
 * What the book must post: a margin without a hedge, else the margins before and after it. Legs
 * that have expired by the day shown settle, and the rest is asked about again.
 */
export async function askMargin(asked, signal) {
  try {
    return { asked, said: await margin(asked.body, signal) };
  } catch (e) {
    const expired = e instanceof Problem && asked.whatIf.days > 0
      ? e.errors.filter(error => error.reason === 'EXPIRED').map(error => legAt(asked, error.pointer)) : [];
    if (!expired.length || expired.length < e.errors.length) throw Object.assign(e, { asked });
    for (const place of expired) {
      const leg = key(asked.legs[place]);
      settledAt.set(leg, Math.min(asked.whatIf.days, settledAt.get(leg) ?? Infinity));
    }
    return askMargin(await question(), signal);
  }
}

async function margin(body, signal) {
  const full = { ...body, scenarioPnl: true, detail: 'full' };
  if (body.hedge) return post('/v1/margin/hedge', full, signal);
  return { before: await post('/v1/margin', full, signal) };
}
