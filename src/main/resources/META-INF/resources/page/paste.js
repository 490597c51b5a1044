/**
 * Text to legs: JSON of ours or of a venue, CSV with a heading, or a leg a line. What cannot be
 * read is told with its line; whether a symbol is known is the service's to say.
 */

const NAMES = {
  symbol: ['symbol', 'instrument', 'instrument_name', 'instrumentname', 'instid', 'contract', 'ticker', 'leg'],
  quantity: ['quantity', 'qty', 'size', 'position', 'positions', 'pos', 'contracts', 'amount', 'net'],
  side: ['side', 'direction', 'posside', 'buy/sell'],
  hedge: ['hedge', 'ishedge'],
};
const OCC = /^([A-Z][A-Z0-9.]{0,5})\s*(\d{6}[CP]\d{8})$/i;
const SELLS = /^(sell|short|sold|s)$/i, BUYS = /^(buy|long|bought|b)$/i;
const YES = /^(hedge|yes|y|true|x|1)$/i;

/**
 * What a text holds: `legs`, each with its `line`; `faults` of lines; `request`, where it is a whole
 * request; and `market`, whether it is a market and no book.
 */
export function parse(text) {
  const trimmed = text.trim();
  if (!trimmed) return { legs: [], faults: [] };
  return /^[[{]/.test(trimmed) ? fromJson(text) : fromLines(text);
}

function fromJson(text) {
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (e) {
    return { legs: [], faults: [{ line: lineOf(text, e.message), text: e.message }] };
  }
  const request = value.request ?? value;
  if (request.portfolio) return whole(text, request);
  if (isMarket(request)) return { legs: [], faults: [], market: true };
  const list = [request, request.positions, request.legs, request.result, request.data].find(Array.isArray);
  if (!list) return { legs: [], faults: [{ line: 1, text: 'this JSON holds no list of positions' }] };
  return gathered(list.map((item, i) => ({ ...named(item), line: lineOfItem(text, item, i) })));
}

/** Our own form of a market, or Deribit's summary of what it quotes. */
const isMarket = value => Array.isArray(value.underlyings)
  || [value].flat().some(part => part?.result?.[0]?.mark_price != null && part.result[0].size == null);

function whole(text, request) {
  const legs = [
    ...(request.portfolio.positions ?? []).map(leg => ({ ...leg, hedge: false })),
    ...(request.hedge?.positions ?? []).map(leg => ({ ...leg, hedge: true })),
  ].map((leg, i) => ({ ...leg, line: lineOfItem(text, leg, i) }));
  return { legs, faults: [], request };
}

/** A position as our own JSON, Deribit's get_positions or OKX's positions write it. */
function named(item) {
  if (item.instrument && typeof item.instrument === 'object') {
    return { instrument: item.instrument, quantity: item.quantity, hedge: Boolean(item.hedge) };
  }
  const fields = Object.fromEntries(Object.entries(item).map(([k, v]) => [k.toLowerCase(), v]));
  const of = kind => NAMES[kind].map(name => fields[name]).find(v => v != null && v !== '');
  const leg = legOf(of('symbol'), of('quantity'), of('side'), of('hedge'));
  const inUsd = fields.kind === 'future' && !/_USD[CT]/.test(leg.symbol ?? '');
  return inUsd || item.unit ? { ...leg, unit: item.unit ?? 'quote' } : leg;
}

/** The line in which an item of a list begins, by the text of its symbol or else by its place. */
function lineOfItem(text, item, place) {
  const symbol = item.symbol ?? item.instrument_name ?? item.instId;
  const at = symbol ? text.indexOf(`"${symbol}"`) : -1;
  return at < 0 ? place + 1 : text.slice(0, at).split('\n').length;
}

function lineOf(text, message) {
  const line = /line (\d+)/.exec(message);
  if (line) return +line[1];
  const at = /position (\d+)/.exec(message);
  return at ? text.slice(0, +at[1]).split('\n').length : text.split('\n').length;
}

function fromLines(text) {
  const lines = text.split(/\r?\n/).map((raw, i) => ({ raw: raw.trim(), line: i + 1 }))
    .filter(({ raw }) => raw && !/^(#|\/\/)/.test(raw));
  const heading = columnsOf(cells(lines[0]?.raw ?? ''));
  const read = heading ? row => byHeading(cells(row.raw), heading) : row => byShape(cells(row.raw));
  return gathered((heading ? lines.slice(1) : lines).map(row => ({ ...read(row), line: row.line })));
}

function gathered(legs) {
  const faults = legs.flatMap(leg => faultsOf(leg).map(text => ({ line: leg.line, text })));
  return { legs: legs.filter(leg => !faultsOf(leg).length), faults };
}

function faultsOf({ symbol, instrument, quantity }) {
  const faults = [];
  if (!symbol && !instrument) faults.push('no symbol on this line');
  if (quantity == null) faults.push('no quantity on this line');
  else if (typeof quantity !== 'number' || !Number.isFinite(quantity)) faults.push(`${quantity} is not a quantity`);
  return faults;
}

/** The places of the columns, where a row is a heading. */
function columnsOf(row) {
  const at = kind => row.findIndex(cell => NAMES[kind].includes(cell.toLowerCase().replace(/\s/g, '')));
  const places = { symbol: at('symbol'), quantity: at('quantity'), side: at('side'), hedge: at('hedge') };
  return places.symbol >= 0 && places.quantity >= 0 ? places : null;
}

const byHeading = (row, at) => legOf(row[at.symbol], row[at.quantity], row[at.side], row[at.hedge]);

/** A leg whose cells are told by what they look like. */
function byShape(row) {
  const rest = [...row];
  const takeOut = test => {
    const at = rest.findIndex(test);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const symbol = takeOut(cell => OCC.test(cell) || (/[A-Z]/i.test(cell) && /[-_]/.test(cell)));
  const side = takeOut(cell => SELLS.test(cell) || BUYS.test(cell));
  const quantity = takeOut(cell => numberOf(cell) != null);
  const hedge = takeOut(cell => YES.test(cell));
  return legOf(symbol ?? rest.find(cell => /[A-Z]{2}/i.test(cell)), quantity ?? rest.find(cell => cell !== symbol), side, hedge);
}

/** The cells of a row: by comma, semicolon, tab or bar where it has them, else by spaces. */
function cells(raw) {
  const separator = ['\t', ';', '|', ','].find(s => raw.includes(s));
  if (separator) return quoted(raw, separator);
  return (raw.match(/[A-Z][A-Z0-9.]{0,5}\s+\d{6}[CP]\d{8}|\S+/gi) ?? []);
}

function quoted(raw, separator) {
  const row = [''];
  let inside = false;
  for (const c of raw) {
    if (c === '"') inside = !inside;
    else if (c === separator && !inside) row.push('');
    else row[row.length - 1] += c;
  }
  return row.map(cell => cell.trim());
}

function legOf(symbol, quantity, side, hedge) {
  const leg = { symbol: symbol == null ? undefined : inFull(String(symbol)), hedge: hedge === true || YES.test(String(hedge ?? '')) };
  if (quantity == null || quantity === '') return leg;
  const number = numberOf(String(quantity));
  leg.quantity = number == null ? String(quantity) : SELLS.test(side ?? '') ? -Math.abs(number) : number;
  return leg;
}

/** A symbol with an OCC root padded to its six characters. */
const inFull = symbol => symbol.replace(OCC, (_, root, rest) => root.toUpperCase().padEnd(6) + rest.toUpperCase());

function numberOf(cell) {
  const plain = cell.replace(/[\u2212\u2013]/, '-').replace(/,(?=\d{3}(\D|$))/g, '').replace(/^\+/, '');
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? +plain : null;
}
