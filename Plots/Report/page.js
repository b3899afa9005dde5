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

const copyButton = table => {
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
  return row;
};

for (const table of all('.scroll > table')) {
  const row = copyButton(table);
  table.closest('[data-period]') === null ? table.parentElement.before(row) : table.closest('[data-period]').prepend(row);
}

// ---- A table that is wider than its box says so.
if (typeof ResizeObserver === 'function') {
  const widths = new ResizeObserver(entries => entries.forEach(({ target }) => target.classList.toggle('wider', target.scrollWidth > target.clientWidth + 1)));
  all('.scroll').forEach(box => widths.observe(box));
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

  const note = find('places-shown');
  if (note !== null && find('place') !== null) {
    note.hidden = place === '';
    find('place-name').textContent = find('place').selectedOptions[0].text;
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

// ---- The numbers of the charts, packed: a line each, what is as in the line above left out. A table when it is opened; told where a reader points or goes by arrow keys.
const columns = ['panel', 'series', 'x', 'y', 'lower', 'upper', 'unit'];

const unpacked = async id => {
  const bytes = Uint8Array.from(atob(find(id).textContent.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
};

const numbersOf = text => new Map(text.trimEnd().split('\n\n').map(part => {
  const [name, ...lines] = part.split('\n');
  let above = [];
  return [name, lines.map(line => {
    const cells = line.split('|');
    above = cells.map((cell, column) => column < 3 && cell === '' ? above[column] || '' : cell);
    const [panel, series, unit, x, y, lower, upper, left, top] = above;
    return { cells: [panel, series, x, y, lower, upper, unit], place: [Number(left), Number(top)] };
  })];
}));

const isNumber = column => column > 2 && column < 6;

const withMinus = text => text.replace(/^-/, '−');

const tableOf = (rows, caption) => {
  const used = columns.map((_, column) => column).filter(column => rows.some(({ cells }) => cells[column] !== ''));
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  const line = (section, cells, name) => {
    const row = section.insertRow();
    for (const column of used) {
      const cell = document.createElement(name);
      cell.textContent = isNumber(column) ? withMinus(cells[column]) : cells[column];
      cell.className = isNumber(column) ? 'number' : '';
      if (name === 'th') {
        cell.scope = 'col';
      }

      row.append(cell);
    }
  };
  line(table.createTHead(), columns, 'th');
  const body = table.createTBody();
  rows.forEach(({ cells }) => line(body, cells, 'td'));
  return table;
};

const told = ([panel, series, x, y, lower, upper, unit]) => {
  const what = [panel, series, x].filter(part => part !== '').join(', ');
  const interval = lower === '' ? '' : ` [${withMinus(lower)} to ${withMinus(upper)}]`;
  return `${what}: ${y === '' ? 'no value' : withMinus(y)}${interval}${unit === '' ? '' : ` ${unit}`}`;
};

const nearEnough = 12;

const tellNumbers = (figure, svg, rows) => {
  const [tip, ring] = ['div', 'div'].map(name => document.createElement(name));
  tip.className = 'tip';
  tip.setAttribute('role', 'status');
  ring.className = 'ring';
  tip.hidden = ring.hidden = true;
  figure.append(ring, tip);
  const drawing = svg.parentElement;
  const scale = () => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  let at = -1;

  const tell = index => {
    at = index;
    tip.hidden = ring.hidden = index < 0;
    if (index < 0) {
      return;
    }

    const [box, frame] = [svg.getBoundingClientRect(), figure.getBoundingClientRect()];
    const [x, y] = rows[index].place.map(one => one * scale());
    tip.textContent = told(rows[index].cells);
    ring.style.left = `${x + box.left - frame.left}px`;
    ring.style.top = tip.style.top = `${y + box.top - frame.top}px`;
    tip.style.left = `${Math.max(0, Math.min(x + box.left - frame.left, frame.width - tip.offsetWidth))}px`;
  };

  drawing.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / scale(), (event.clientY - box.top) / scale()];
    const far = rows.map(({ place }) => Math.hypot(place[0] - x, place[1] - y));
    const nearest = far.indexOf(Math.min(...far));
    tell(far[nearest] < nearEnough ? nearest : -1);
  });
  drawing.addEventListener('pointerleave', () => tell(-1));
  drawing.addEventListener('blur', () => tell(-1));
  drawing.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      tell(Math.max(0, Math.min(rows.length - 1, at + step)));
      event.preventDefault();
    } else if (event.key === 'Escape') {
      tell(-1);
    }
  });
};

const dataBox = (rows, title) => {
  const [box, summary] = ['details', 'summary'].map(name => document.createElement(name));
  box.className = 'data';
  summary.textContent = 'Data';
  summary.setAttribute('aria-label', `Data: ${title}`);
  box.append(summary);
  box.addEventListener('toggle', () => {
    const [table, scroll] = [tableOf(rows, title), document.createElement('div')];
    scroll.className = 'scroll';
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', `Data: ${title}`);
    scroll.append(table);
    box.append(copyButton(table), scroll);
  }, { once: true });
  return box;
};

const showNumbers = numbers => {
  for (const figure of all('.chart[data-numbers]')) {
    const drawn = figure.dataset.numbers.split(' ').map(name => numbers.get(name) || []);
    const svgs = all('svg', figure);
    drawn.forEach((rows, part) => rows.length > 0 && tellNumbers(figure, svgs[part], rows));
    if (drawn.flat().length > 0) {
      figure.append(dataBox(drawn.flat(), svgs[0].querySelector('title').textContent));
    }
  }
};

if (find('numbers') !== null && typeof DecompressionStream === 'function') {
  unpacked('numbers').then(text => {
    showNumbers(numbersOf(text));
    document.body.dataset.numbers = 'shown';
  });
}

// ---- Under each chart: larger, and saved. What is saved of a drawing for a telephone is that for a page.
const madeButton = (text, label) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.setAttribute('aria-label', `${text}: ${label}`);
  return button;
};

const titleOf = svg => svg.querySelector('title').textContent;

const figureOf = name => document.querySelector(`.chart[data-numbers="${name}"]`);

const addButtons = figure => {
  const caption = document.createElement('figcaption');
  const larger = madeButton('Larger', titleOf(figure.querySelector('svg')));
  larger.className = 'larger';
  larger.setAttribute('aria-pressed', 'false');
  larger.addEventListener('click', () => { larger.setAttribute('aria-pressed', String(figure.classList.toggle('large'))); });
  caption.append(larger);
  const saved = figure.dataset.for === undefined ? [figure] : figure.dataset.for.split(' ').map(figureOf);
  saved.forEach((one, part) => {
    const [svg, name] = [one.querySelector('svg'), one.dataset.file];
    for (const format of ['svg', 'png']) {
      const button = madeButton(`Save${saved.length > 1 ? ` part ${part + 1}` : ''} as ${format.toUpperCase()}`, titleOf(svg));
      button.dataset.save = format;
      button.dataset.file = name;
      button.addEventListener('click', () => { format === 'png' ? savePng(svg, name) : save(svgBlob(standingAlone(svg)), name + '.svg'); });
      caption.append(button);
    }
  });
  figure.append(caption);
};

all('.chart').forEach(addButtons);

// ---- On a telephone each chart is drawn for it: unpacked when a narrow screen first asks, and put before the drawings that it stands for.
const narrow = matchMedia('screen and (max-width: 40rem)');

const showNarrow = async () => {
  if (!narrow.matches || document.body.dataset.narrow !== undefined || find('narrow') === null) {
    return;
  }

  document.body.dataset.narrow = 'asked';
  const [figures, numbers] = await Promise.all(['narrow', 'narrow-numbers'].map(unpacked));
  const box = document.createElement('template');
  box.innerHTML = figures;
  for (const figure of all('.chart', box.content)) {
    const wide = figure.dataset.for.split(' ').map(figureOf);
    wide[0].before(figure);
    wide.forEach(one => one.classList.add('on-wide'));
    addButtons(figure);
  }

  showNumbers(numbersOf(numbers));
  showCharts();
  document.body.dataset.narrow = 'shown';
};

if (typeof DecompressionStream === 'function') {
  narrow.addEventListener('change', showNarrow);
  showNarrow();
}
