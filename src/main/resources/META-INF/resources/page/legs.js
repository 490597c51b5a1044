/** The legs of the book: edited in place, each with what it has to do with the margin. */
import { $, h, fill } from './dom.js';
import { change, delta, money, words } from './format.js';
import { book, nameOf, setLegs } from './book.js';

const COLUMNS = ['Leg', 'Quantity', 'Hedge', 'Value', 'Delta', 'Alone', 'In the worst case', ''];
let rows = [], removed = null, edition = -1;

/** Whether the list of legs changed since it was built. */
export const isOutdated = () => edition !== book.edition;

/** Builds a row for each leg; `edited` is called after a change of any. */
export function build(edited) {
  edition = book.edition;
  rows = book.legs.map((leg, place) => row(leg, place, edited));
  fill($('legs'),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of positions' },
      h('table', { class: 'legs' },
        h('caption', { class: 'sr' }, 'Positions'),
        h('thead', null, h('tr', null, COLUMNS.map(c => h('th', { scope: 'col' }, c || h('span', { class: 'sr' }, 'Remove'))))),
        h('tbody', null, rows.map(r => [r.row, r.faultRow])),
        h('tbody', { class: 'noprint' }, adder(edited)))),
    tools(edited));
}

function row(leg, place, edited) {
  const name = nameOf(leg);
  const cells = Array.from({ length: 4 }, () => h('td', { class: 'num' }));
  const about = h('small', null), fault = h('td', { colspan: COLUMNS.length });
  const changed = (field, value) => { leg[field] = value; edited(); };
  const quantity = h('input', { type: 'text', inputmode: 'decimal', class: 'num', value: leg.quantity,
    'aria-label': `Quantity of ${name}`,
    change: e => changed('quantity', numeric(e.target.value)),
    keydown: e => nudge(e, leg, changed) });
  const symbol = leg.symbol == null ? h('span', { class: 'name' }, name)
    : h('input', { type: 'text', class: 'name', spellcheck: 'false', value: leg.symbol, 'aria-label': `Symbol of leg ${place + 1}`,
      change: e => { leg.symbol = e.target.value.trim(); setLegs([...book.legs]); edited(); } });
  const whole = h('tr', { class: leg.hedge ? 'hedge' : null },
    h('th', { scope: 'row' }, symbol, about),
    h('td', { class: 'num' }, quantity),
    h('td', { class: 'tick' }, h('input', { type: 'checkbox', checked: leg.hedge, 'aria-label': `${name} is hedge`,
      change: e => { leg.hedge = e.target.checked; setLegs([...book.legs]); edited(); } })),
    cells,
    h('td', { class: 'noprint' }, h('button', { type: 'button', class: 'icon', 'aria-label': `Remove ${name}`,
      click: () => { removed = { leg, place }; setLegs(book.legs.filter(l => l !== leg)); edited(); } }, '\u00d7')));
  return { row: whole, cells, about, inputs: { symbol, quantity }, fault, faultRow: h('tr', { class: 'fault', hidden: true }, fault) };
}

/** A number as it was typed, or the text itself, for the service to say what is wrong with it. */
const numeric = text => {
  const plain = text.trim().replace('\u2212', '-').replace(/,(?=\d{3}\b)/g, '');
  return plain !== '' && Number.isFinite(+plain) ? +plain : text.trim();
};

function nudge(event, leg, changed) {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!by || typeof leg.quantity !== 'number') return;
  event.preventDefault();
  const to = +(leg.quantity + by * (event.shiftKey ? 10 : 1)).toFixed(8);
  event.target.value = to;
  changed('quantity', to);
}

function adder(edited) {
  const symbol = h('input', { type: 'text', class: 'name', spellcheck: 'false', placeholder: 'BTC-31JAN26-60000-P', 'aria-label': 'Symbol of a new leg' });
  const quantity = h('input', { type: 'text', inputmode: 'decimal', class: 'num', placeholder: '1', 'aria-label': 'Quantity of a new leg' });
  const hedge = h('input', { type: 'checkbox', 'aria-label': 'The new leg is hedge' });
  const add = () => {
    if (!symbol.value.trim()) return symbol.focus();
    setLegs([...book.legs, { symbol: symbol.value.trim(), quantity: numeric(quantity.value || '1'), hedge: hedge.checked }]);
    edited();
    document.querySelector('#legs tbody:last-of-type input').focus();
  };
  const onEnter = e => { if (e.key === 'Enter') add(); };
  for (const input of [symbol, quantity]) input.addEventListener('keydown', onEnter);
  return h('tr', { class: 'add' }, h('th', { scope: 'row' }, symbol), h('td', { class: 'num' }, quantity),
    h('td', { class: 'tick' }, hedge), h('td', { colspan: 5 }, h('button', { type: 'button', click: add }, 'Add leg')));
}

function tools(edited) {
  const undo = removed && h('button', { type: 'button', class: 'quiet', click: () => {
    const legs = [...book.legs];
    legs.splice(removed.place, 0, removed.leg);
    removed = null;
    setLegs(legs);
    edited();
  } }, `Put ${nameOf(removed.leg)} back`);
  return h('p', { class: 'tools noprint' },
    h('button', { type: 'button', id: 'open-paste' }, 'Paste or load a book'), undo, collateral(edited));
}

/** The collateral as a line of text, which is edited like any other. */
function collateral(edited) {
  const written = book.collateral.map(c => `${c.quantity} ${c.asset}`).join(', ');
  const input = h('input', { type: 'text', id: 'collateral', value: written, spellcheck: 'false', placeholder: '150000 USDC, 2.5 BTC', change: () => {
    const assets = assetsIn(input.value);
    input.setAttribute('aria-invalid', String(!assets));
    if (!assets) return;
    book.collateral = assets;
    edited();
  } });
  return h('label', { class: 'collateral' }, 'Collateral ', input);
}

/** Amounts and assets of a text such as `150,000 USDC, 2.5 BTC`; null where a part is neither. */
function assetsIn(text) {
  const parts = text.replace(/(\d),(?=\d{3}(\D|$))/g, '$1').split(/[,;]/).map(part => part.trim()).filter(Boolean);
  const assets = parts.map(part => /^([-+\u2212]?[\d.]+)\s*([A-Za-z]\w*)$/.exec(part));
  return assets.includes(null) ? null : assets.map(([, quantity, asset]) => ({ asset, quantity: numeric(quantity) }));
}

/** Forgets the leg that could be put back. */
export const forget = () => { removed = null; };

/** Writes what the service says of each leg. */
export function draw({ asked, said }) {
  if (asked.edition !== book.edition) return;
  clear();
  const margin = said.after ?? said.before;
  const most = Math.max(...margin.contributions.map(c => Math.abs(c.contribution)), 1);
  margin.contributions.forEach((c, i) => write(rows[asked.places[i]], c, most));
  for (const place of asked.settled) settle(rows[place]);
}

function write({ row, cells, about }, c, most) {
  row.classList.remove('settled');
  about.textContent = c.symbol ? words(c.instrument.replace(/T(\d\d:\d\d):00Z/, ' $1')) : '';
  cells[0].textContent = c.value === 0 ? '\u2013' : money(c.value);
  cells[1].textContent = delta(c.delta);
  cells[2].textContent = money(c.standAlone);
  fill(cells[3], h('span', null, change(-c.contribution)),
    h('i', { class: c.contribution > 0 ? 'bar loses' : 'bar', vars: { '--width': `${50 * Math.abs(c.contribution) / most}%` } }));
}

function settle({ row, cells, about }) {
  row.classList.add('settled');
  about.textContent = 'expired by then: settled, and covers nothing';
  cells.forEach(cell => { cell.textContent = ''; });
}

function clear() {
  for (const { faultRow, inputs, row } of rows) {
    faultRow.hidden = true;
    row.classList.remove('bad');
    for (const input of Object.values(inputs)) input.removeAttribute('aria-invalid');
  }
}

/** Shows each fault at its leg; tells how many legs have one. */
export function drawFaults(faults) {
  clear();
  for (const [place, errors] of faults) {
    const { row, fault, faultRow, inputs } = rows[place];
    fill(fault, errors.map(error => h('p', null, words(error.detail))));
    faultRow.hidden = false;
    row.classList.add('bad');
    for (const { pointer } of errors) inputs[pointer.split('/').at(-1)]?.setAttribute('aria-invalid', 'true');
  }
}
