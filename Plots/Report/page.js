// Sorting, switching, searching and saving. The page is whole without it: then everything is shown, in the order of the files.
'use strict';

const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const find = id => document.getElementById(id);

// ---- Tables: a click on a head sorts, a second click reverses. Rows without a value stay last.
const valueOf = (row, column) => {
  const cell = row.cells[column];
  if (!cell.matches('.number, .difference')) {
    return cell.textContent.trim();
  }

  const number = parseFloat(cell.textContent.replaceAll('−', '-').replaceAll(',', ''));
  return Number.isNaN(number) ? null : number;
};

const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');

const sort = (table, head) => {
  const column = head.cellIndex;
  const falling = head.getAttribute('aria-sort') === 'ascending';
  const rows = all('tbody tr', table).map(row => ({ row, value: valueOf(row, column) }));
  const known = rows.filter(one => one.value !== null).sort((a, b) => falling ? compare(b.value, a.value) : compare(a.value, b.value));
  table.tBodies[0].append(...known.concat(rows.filter(one => one.value === null)).map(one => one.row));
  all('thead th', table).forEach(other => other.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
};

for (const table of all('table.sortable')) {
  for (const head of all('thead th', table)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(table, head));
    head.append(button);
  }
}

// ---- Copying a table, as a spreadsheet takes it: a tab between cells, plain minus signs, what is hidden left out.
const clean = cell => cell.textContent.replace(/\s+/g, ' ').trim().replaceAll('−', '-');

const shown = elements => Array.from(elements).filter(element => !element.hidden);

const copy = text => {
  const box = document.createElement('textarea');
  box.value = text;
  box.setAttribute('aria-hidden', 'true');
  box.style.position = 'fixed';
  document.body.append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  return copied;
};

for (const table of all('.scroll > table')) {
  const [row, button] = ['div', 'button'].map(name => document.createElement(name));
  row.className = 'copy';
  button.type = 'button';
  button.textContent = 'Copy';
  button.dataset.copies = table.id;
  button.setAttribute('aria-label', `Copy the table: ${table.caption.textContent}`);
  button.addEventListener('click', () => {
    const lines = shown(table.rows).map(one => shown(one.cells).map(clean).join('\t'));
    button.textContent = copy(lines.join('\n')) ? 'Copied' : 'Not copied';
    button.focus({ preventScroll: true });
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  row.append(button);
  table.closest('[data-period]') === null ? table.parentElement.before(row) : table.closest('[data-period]').prepend(row);
}

// ---- Switches: shown only where they work.
all('.switches').forEach(element => { element.hidden = false; });

const chosen = id => find(id) === null ? '' : find(id).value;

const showComparison = () => {
  const [period, scenario, place] = ['period', 'scenario', 'place'].map(chosen);
  for (const box of all('[data-period]')) {
    box.hidden = (period !== '' && box.dataset.period !== period) || (scenario !== '' && box.querySelector(`thead [data-scenario="${scenario}"]`) === null);
  }

  for (const head of all('.comparison [data-scenario]')) {
    for (const row of head.closest('table').rows) {
      row.cells[head.cellIndex].hidden = scenario !== '' && head.dataset.scenario !== scenario;
    }
  }

  for (const row of all('.comparison tbody tr')) {
    row.hidden = place !== '' && row.dataset.place !== place;
  }
};

const showCharts = () => {
  const scenario = chosen('chart-scenario');
  for (const chart of all('.chart[data-scenario]')) {
    chart.hidden = scenario !== '' && chart.dataset.scenario !== scenario;
  }

  const note = find('charts-shown');
  if (note !== null) {
    note.hidden = scenario === '';
    find('chart-scenario-name').textContent = find('chart-scenario').selectedOptions[0].text;
  }

  for (const kind of all('.chart-kind')) {
    kind.hidden = all('.chart', kind).every(chart => chart.hidden);
  }
};

for (const [ids, show] of [[['period', 'scenario', 'place'], showComparison], [['chart-scenario'], showCharts]]) {
  ids.map(find).filter(select => select !== null).forEach(select => select.addEventListener('change', show));
  show();
}

// ---- Search in the assumptions.
const search = find('search');
if (search !== null) {
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\s+/);
    const rows = all('#assumption-table tbody tr');
    rows.forEach(row => { row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word)); });
    find('found').textContent = `${rows.filter(row => !row.hidden).length} of ${rows.length}`;
    find('assumption-list').open = true;
  });
}

// ---- Saving a chart: the page makes the file itself and asks no network.
const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

// How things look stands once in the page's style; a file that stands alone says it at each element, as every program understands it.
const looks = new Map(find('looks').textContent.split('\n').filter(rule => rule !== '').map(rule => {
  const [name, body] = rule.slice(1, -1).split('{');
  return [name, body.split(';').map(look => look.replace(/px$/, '').split(':'))];
}));

const standingAlone = svg => {
  const copy = svg.cloneNode(true);
  for (const element of [copy, ...all('[class]', copy)]) {
    looks.get(element.getAttribute('class')).forEach(([name, value]) => element.setAttribute(name, value));
    element.removeAttribute('class');
  }

  return copy;
};

const svgBlob = svg => new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(svg), '\n'], { type: 'image/svg+xml' });

const dotsPerMillimetre = 300 / 25.4;

const savePng = (svg, name) => {
  const size = attribute => Math.round(parseFloat(svg.getAttribute(attribute)) * dotsPerMillimetre);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [size('width'), size('height')];
  const copy = standingAlone(svg);
  copy.setAttribute('width', canvas.width);
  copy.setAttribute('height', canvas.height);
  const url = URL.createObjectURL(svgBlob(copy));
  const picture = new Image();
  picture.addEventListener('load', () => {
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => save(blob, name + '.png'), 'image/png');
    URL.revokeObjectURL(url);
  });
  picture.src = url;
};

for (const figure of all('.chart')) {
  const svg = figure.querySelector('svg');
  const caption = document.createElement('figcaption');
  const larger = document.createElement('button');
  larger.type = 'button';
  larger.className = 'larger';
  larger.textContent = 'Larger';
  larger.setAttribute('aria-pressed', 'false');
  larger.setAttribute('aria-label', `Larger: ${svg.querySelector('title').textContent}`);
  larger.addEventListener('click', () => { larger.setAttribute('aria-pressed', String(figure.classList.toggle('large'))); });
  caption.append(larger);
  for (const format of ['svg', 'png']) {
    const button = document.createElement('button');
    const text = `Save as ${format.toUpperCase()}`;
    const name = figure.dataset.file;
    button.type = 'button';
    button.dataset.save = format;
    button.dataset.file = name;
    button.textContent = text;
    button.setAttribute('aria-label', `${text}: ${svg.querySelector('title').textContent}`);
    button.addEventListener('click', () => { format === 'png' ? savePng(svg, name) : save(svgBlob(standingAlone(svg)), name + '.svg'); });
    caption.append(button);
  }

  figure.append(caption);
}
