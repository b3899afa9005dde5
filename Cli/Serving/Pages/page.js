// Steps without loading the page anew, sliders, and the answer as it sharpens. The page works without it.
'use strict';

const find = id => document.getElementById(id);

// ---- A step: the page that comes back has the parts that changed.
let asked = 0;

// What is typed and not sent is kept: a step elsewhere does not take it away.
const typed = sent => Array.from(document.querySelectorAll('[data-part] form'))
  .filter(form => form !== sent)
  .flatMap(form => Array.from(form.elements).filter(field => field.type !== 'hidden' && field.type !== 'file' && field.value !== undefined
    && (field.tagName === 'SELECT' ? !field.options[field.selectedIndex]?.defaultSelected && field.selectedIndex > 0
      : field.tagName === 'INPUT' && field.value !== field.defaultValue))
    .map(field => [form.getAttribute('action'), (form.elements.path || {}).value, field.name, field.type, field.value]));

const restore = fields => {
  for (const [action, path, name, type, value] of fields) {
    const form = Array.from(document.querySelectorAll('[data-part] form'))
      .find(one => one.getAttribute('action') === action && (one.elements.path || {}).value === path);
    const field = form && Array.from(form.elements).find(one => one.name === name && one.type === type);
    if (field && field.value !== value) {
      field.value = value;
    }
  }
};

// Why a number was refused is said beside its field too.
const refuse = sent => {
  const why = document.querySelector('[data-part=changes] .problem').textContent;
  const path = sent && sent.getAttribute('action') === 'move' && why ? sent.elements.path.value : '';
  const form = path && Array.from(document.querySelectorAll("form[action='move']")).find(one => one.elements.path.value === path);
  document.querySelectorAll('.lever .problem').forEach(old => old.remove());
  if (form) {
    const note = document.createElement('p');
    note.className = 'problem';
    note.textContent = why;
    form.after(note);
  }
};

const replace = (html, sent) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const kept = typed(sent);
  const at = document.activeElement;
  const key = at && at.form ? [at.form.getAttribute('action'), at.name, (at.form.elements.path || {}).value, at.type] : null;
  for (const part of document.querySelectorAll('[data-part]')) {
    const other = next.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other && other.innerHTML !== part.innerHTML) {
      part.replaceWith(document.adoptNode(other));
    }
  }

  // What was sent and refused is in the notice: the field has what holds.
  if (sent && document.contains(sent) && sent.method === 'post') {
    sent.reset();
  }

  restore(kept);
  refuse(sent);
  document.title = next.title;
  if (key && !document.contains(at)) {
    const same = Array.from(document.forms).find(form => form.getAttribute('action') === key[0] && (form.elements.path || {}).value === key[2]);
    const field = same && (key[1] ? same.elements[key[1]] : key[3] === 'range' ? same.querySelector('input[type=range]') : same.querySelector('button'));
    (field || find('changes-title') || document.body).focus?.();
  }
};

const send = async (url, options, form, key) => {
  const mine = ++asked;
  if (form) {
    form.dataset.sent = key;
    find('status').textContent = 'Looking at the step …';
    find('status').dataset.running = true;
  }

  document.body.classList.add('busy');
  try {
    const answer = await fetch(url, options);
    const html = await answer.text();
    if (mine === asked && answer.ok) {
      replace(html, form);
    } else if (!answer.ok) {
      find('problem').textContent = html.slice(0, 2000);
    }
  } catch {
    find('status').textContent = 'FlowSim is not running any more: start flowsim serve again.';
  } finally {
    if (form && form.dataset.sent === key) {
      delete form.dataset.sent;
    }

    if (mine === asked) {
      document.body.classList.remove('busy');
    }
  }
};

// The page as it is now; not while a step is on its way, whose answer it would be taken for.
const again = () => {
  if (document.body.classList.contains('busy')) {
    setTimeout(again, 300);
  } else {
    send('./?q=' + encodeURIComponent(document.querySelector('.search input').value));
  }
};

document.addEventListener('submit', event => {
  const form = event.target;
  event.preventDefault();
  const data = new FormData(form);
  const key = new URLSearchParams(data).toString();
  if (form.dataset.sent === key && form.getAttribute('action') !== 'undo') {
    // A second click on what is on its way.
    return;
  }

  if (form.method === 'get') {
    send('./?' + key);
  } else {
    send(form.action, { method: 'POST', body: form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data) }, form, key);
  }
});

// ---- A slider writes into the field beside it, and is sent when it is let go.
document.addEventListener('input', event => {
  const slider = event.target;
  if (slider.type === 'range') {
    slider.form.elements.value.value = slider.value + (slider.dataset.rest || '');
  } else if (slider.type === 'search') {
    clearTimeout(slider.waiting);
    slider.waiting = setTimeout(() => slider.form.requestSubmit(), 250);
  }
});

document.addEventListener('change', event => {
  const slider = event.target;
  if (slider.type === 'range') {
    // By keyboard it is let go at every step: what counts is where it rests.
    clearTimeout(slider.waiting);
    slider.waiting = setTimeout(() => slider.form.requestSubmit(), 250);
  }
});

// ---- What is not saved ends with the server: whoever leaves is asked. A way within the page, such as to its charts, leaves nothing.
let within = false;

document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || !new URL(link.href).pathname.startsWith(location.pathname)) {
    return;
  }

  within = true;
  setTimeout(() => { within = false; }, 1000);
  if (link.pathname.endsWith('/scenario.yaml')) {
    setTimeout(again, 500);
  }
});

window.addEventListener('beforeunload', event => {
  // Who has done nothing here is not asked: a browser would not do it either, and complains.
  if (!within && navigator.userActivation?.hasBeenActive !== false && Number(find('keep').dataset.unsaved) > 0) {
    event.preventDefault();
  }
});

// ---- The answer.
let shown = null;
let ranked = null;

const show = state => {
  find('status').textContent = state.status;
  find('status').dataset.running = state.running;
  find('problem').textContent = state.problem;
  const numbers = find('numbers');
  numbers.className = find('chart').className = state.old ? 'old' : '';
  if (shown !== state.html) {
    shown = state.html;
    numbers.innerHTML = state.html;
  }

  if (ranked !== state.bottleneck) {
    ranked = state.bottleneck;
    find('bottleneck').innerHTML = state.bottleneck;
  }

  const picture = document.querySelector('#chart img');
  if (state.chart) {
    picture.src = state.chart;
    picture.alt = state.alt;
    picture.hidden = false;
  } else if (state.problem) {
    picture.hidden = true;
  }

  // A step that another tab has taken.
  if (String(state.steps) !== find('steps').textContent && !document.body.classList.contains('busy')) {
    again();
  }
};

const watch = () => {
  const events = new EventSource('events');
  events.addEventListener('state', event => show(JSON.parse(event.data)));
  events.addEventListener('error', () => {
    find('status').dataset.running = false;
    find('status').textContent = events.readyState === EventSource.CLOSED
      ? 'This page is not there any more: open the address that flowsim serve printed.'
      : 'FlowSim does not answer. If it was ended, start flowsim serve again.';
  });
};

watch();
