/** Books to start from; the first is the sample book of the service. */

const CALM = { asOf: '2026-01-01T08:00:00Z', underlyings: [{ id: 'BTC', currency: 'USD', spot: 60000, rateAnnual: 0, vol: 0.6 }] };
const legs = text => text.split(', ').map(leg => {
  const [quantity, symbol] = leg.split(' ');
  return { symbol, quantity: +quantity };
});
const preset = (name, held, hedge, market = 'sample') => ({ name, request: {
  model: 'crypto-grid', market,
  portfolio: { positions: legs(held), collateral: [{ asset: 'USDC', quantity: 150000 }] },
  hedge: { positions: legs(hedge) } } });

/** Name and request of each; the sample book has none, as the service holds it. */
export const PRESETS = [
  { name: 'Sample book' },
  preset('Short calls, perpetual', '-10 BTC_USDC-31JAN26-60000-C', '5 BTC_USDC-PERPETUAL', CALM),
  preset('Protective put', '10 BTC_USDC-PERPETUAL', '10 BTC_USDC-31JAN26-54000-P', CALM),
  preset('Collar', '10 BTC_USDC-PERPETUAL', '10 BTC_USDC-31JAN26-54000-P, -10 BTC_USDC-31JAN26-66000-C', CALM),
  preset('Short strangle, wings', '-5 BTC-31JAN26-66000-C, -5 BTC-31JAN26-55000-P', '5 BTC-31JAN26-70000-C, 5 BTC-31JAN26-48000-P'),
];
