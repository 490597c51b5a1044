/**
 * The book: what is held, what is hedge, under which model and market, and how far the market is
 * moved. Views read it, and whoever changes it asks the service anew.
 */

const STILL = { spot: 0, vol: 0, days: 0 };

/** Everything that the page asks about. */
export const book = {
  model: 'crypto-grid', market: 'sample', currency: null,
  legs: [], collateral: [], orders: [], unrealisedPnl: null,
  whatIf: { ...STILL },
  /** Counts changes of the list of legs, so that an answer can tell whether it is still theirs. */
  edition: 0,
};

/** Whether a slider is off its middle. */
export const isMoved = () => Object.values(book.whatIf).some(Boolean);

/** Moves the market back to where it is. */
export const stand = () => { book.whatIf = { ...STILL }; };

/** Takes a request as the service takes it, with `whatIf` beside, as the book. */
export function take(request) {
  const portfolio = request.portfolio ?? {};
  const held = (portfolio.positions ?? []).map(leg => ({ ...leg, hedge: false }));
  const hedge = (request.hedge?.positions ?? []).map(leg => ({ ...leg, hedge: true }));
  book.model = request.model ?? book.model;
  book.market = request.market ?? book.market;
  book.currency = request.currency ?? null;
  book.collateral = portfolio.collateral ?? [];
  book.orders = portfolio.orders ?? [];
  book.unrealisedPnl = portfolio.unrealisedPnl ?? null;
  book.whatIf = { ...STILL, ...request.whatIf };
  setLegs([...held, ...hedge]);
}

/** Puts other legs in place of those there are. */
export function setLegs(legs) {
  book.legs = legs;
  book.edition++;
}

/** The book as a request: what `take` takes. */
export function request() {
  const portfolio = { positions: positions(leg => !leg.hedge) };
  if (book.collateral.length) portfolio.collateral = book.collateral;
  if (book.orders.length) portfolio.orders = book.orders;
  if (book.unrealisedPnl != null) portfolio.unrealisedPnl = book.unrealisedPnl;
  const whole = { model: book.model, market: book.market, portfolio };
  if (book.currency) whole.currency = book.currency;
  if (book.legs.some(leg => leg.hedge)) whole.hedge = { positions: positions(leg => leg.hedge) };
  if (isMoved()) whole.whatIf = book.whatIf;
  return whole;
}

const positions = wanted => book.legs.filter(wanted).map(sent);

/** A leg as the service takes it. */
export function sent({ symbol, instrument, quantity, unit }) {
  const leg = symbol != null ? { symbol } : { instrument };
  leg.quantity = quantity;
  if (unit) leg.unit = unit;
  return leg;
}

/** A leg's name for people. */
export function nameOf({ symbol, instrument: i }) {
  if (symbol != null) return symbol;
  const day = i.expiry ? ` ${i.expiry.slice(0, 10)}` : '';
  return `${i.underlying}${day}${i.strike ? ` ${i.strike}` : ''} ${i.right ?? i.type}`;
}
