/** Building blocks of the page: elements made of names, attributes and children. */

const SVG = 'http://www.w3.org/2000/svg';

/** The element with this id. */
export const $ = id => document.getElementById(id);

/** An HTML element. Attributes that are functions listen, `null` and `false` are left out. */
export const h = (name, attributes, ...children) =>
  built(document.createElement(name), attributes, children);

/** An SVG element. */
export const svg = (name, attributes, ...children) =>
  built(document.createElementNS(SVG, name), attributes, children);

function built(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name === 'vars') for (const v in value) element.style.setProperty(v, value[v]);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

/** Puts children in place of what an element holds. */
export const fill = (element, ...children) =>
  element.replaceChildren(...children.flat(Infinity).filter(child => child != null && child !== false));

/** A table whose first column heads its rows; each cell is text, an element, or a ready td. */
export function table(caption, columns, rows, attributes) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', attributes,
      h('caption', { class: 'quiet' }, caption),
      h('thead', null, h('tr', null, columns.map(c => h('th', { scope: 'col' }, c)))),
      h('tbody', null, rows.map(row => h('tr', row.attributes, row.cells.map(cell))))));
}

function cell(content, place) {
  if (content instanceof HTMLTableCellElement) return content;
  return place === 0 ? h('th', { scope: 'row' }, content) : h('td', null, content);
}

/** A group of radio buttons that look like one control. */
export function choice(legend, name, options, chosen, change) {
  return h('fieldset', { class: 'choice noprint' }, h('legend', { class: 'quiet' }, legend),
    options.map(([value, text]) => h('label', null,
      h('input', { type: 'radio', name, value, checked: value === chosen, change: () => change(value) }),
      h('span', null, text))));
}
