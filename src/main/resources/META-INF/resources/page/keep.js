/** Sharing and keeping: the link, JSON, CSV, curl and print. */
import { $, h, fill } from './dom.js';
import { book, nameOf, request } from './book.js';
import { encode } from './share.js';

let current = null, grid = [];

/** Remembers the answer that is kept, and the scenarios of its model. */
export function remember(answer, scenarios) {
  current = answer;
  grid = scenarios;
}

/** Builds the buttons. */
export function build() {
  const button = (text, click, id) => h('button', { type: 'button', id, click: async () => say(await click()) }, text);
  fill($('share'), h('p', { class: 'tools' },
    button('Copy link', link, 'copy-link'),
    button('Copy curl', async () => copied(curl(), 'The command is copied.'), 'copy-curl'),
    button('JSON', () => save('hedgerow.json', 'application/json', json()), 'save-json'),
    button('CSV of legs', () => save('legs.csv', 'text/csv', legsCsv()), 'save-legs'),
    button('CSV of scenarios', () => save('scenarios.csv', 'text/csv', scenariosCsv()), 'save-scenarios'),
    button('Print or PDF', () => { print(); return ''; }, 'print')),
    h('p', { id: 'kept', role: 'status', class: 'mut' }));
}

const say = text => { $('kept').textContent = text; };

async function link() {
  history.replaceState(null, '', `#${await encode(request())}`);
  const named = typeof book.market === 'string' && book.market !== 'sample'
    ? ` It names the market \u201c${book.market}\u201d, which must be loaded where it is opened.` : '';
  return (await copied(location.href, 'The link is copied; it is in the address bar too.')) + named;
}

async function copied(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    fill($('kept'), h('textarea', { class: 'copy', readonly: true, 'aria-label': 'Text to copy', rows: 3 }, text));
    await Promise.resolve();
    return text.startsWith('http') ? 'The link is in the address bar.' : text;
  }
}

/** The question as a command for a terminal. */
export function curl() {
  const { body } = current.asked;
  const path = body.hedge ? '/v1/margin/hedge' : '/v1/margin';
  return `curl -s '${location.origin}${path}' -H 'Content-Type: application/json' -d '${JSON.stringify(body).replace(/'/g, "'\\''")}'`;
}

const json = () => JSON.stringify({ request: request(), answer: current.said }, null, 2);

const field = value => /[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value ?? '');
const csv = lines => lines.map(line => line.map(field).join(',')).join('\r\n') + '\r\n';

function legsCsv() {
  const { asked, said } = current;
  const margin = said.after ?? said.before;
  return csv([['symbol', 'instrument', 'quantity', 'hedge', 'value', 'delta', 'alone', 'contribution', 'incremental'],
    ...margin.contributions.map((c, i) => {
      const leg = asked.legs[asked.places[i]];
      return [leg.symbol ?? nameOf(leg), c.instrument, c.quantity, leg.hedge ? 'hedge' : '', c.value, c.delta, c.standAlone, c.contribution, c.incremental];
    })]);
}

function scenariosCsv() {
  const { before, after } = current.said;
  const lines = (after ?? before).groups.flatMap(group => grid.map((s, i) => [group.underlying, i, s.spotShock, s.volShock, s.weight,
    before.groups.find(g => g.underlying === group.underlying)?.scenarioPnl[i] ?? 0, after ? group.scenarioPnl[i] : '']));
  return csv([['underlying', 'scenario', 'spot_shock', 'vol_shock', 'weight', 'pnl_without', 'pnl_with'], ...lines]);
}

function save(name, type, text) {
  const link = h('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
  return `${name} is saved.`;
}
