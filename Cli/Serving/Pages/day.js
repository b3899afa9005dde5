// Plays the day: time, speed, steps, and the list of who is at a place.
'use strict';

const find = id => document.getElementById(id);
const DayLength = 86400;
const PerSecond = DayLength / 30;
const MostListed = 50;
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

let day = null;
let picture = null;
let playing = false;
let asked = false;
let last = 0;
let told = 0;
let exact = 0;
let chosen = -1;
let snap = true;

const two = number => String(number).padStart(2, '0');
const clock = second => `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(Math.floor(second) % 60)}`;

const since = second => {
  const days = -Math.floor(second / DayLength);
  const time = clock(second + days * DayLength).slice(0, 5);
  return days <= 0 ? time : days === 1 ? `${time} the day before` : `${time}, ${days} days before`;
};

const length = seconds => {
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : minutes < 1440 ? `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
    : `${Math.floor(minutes / 1440)} d ${Math.floor(minutes / 60) % 24} h`;
};

// ---- Who is at a place.
const nameOf = patient => `${day.data.streams[day.data.patients[patient * 2]].title} #${day.data.patients[patient * 2 + 1]}`;

const doing = patient => {
  const pool = day.data.pools[day.pool[patient]];
  const place = day.data.pools[day.place[patient]];
  if (day.state[patient] === Seen) {
    return place ? `in ${place}` : pool ? `with ${pool}` : 'here';
  }

  const stays = day.data.stages[day.stage[patient]].stays;
  const what = day.state[patient] === WaitsForStaff && stays ? 'waits for staff' : pool ? `waits for ${pool}` : 'waits to begin';
  return place && place !== pool ? `${what}; meanwhile in ${place}` : day.state[patient] === WaitsForStaff && place ? `${what}, in ${place}` : what;
};

const row = (kind, texts) => {
  const line = document.createElement('tr');
  texts.forEach((text, at) => {
    const cell = document.createElement(kind === 'th' || at === 0 ? 'th' : 'td');
    if (cell.tagName === 'TH') {
      cell.scope = kind === 'th' ? 'col' : 'row';
    }

    cell.textContent = text;
    line.append(cell);
  });
  return line;
};

const list = () => {
  const box = day.boxes[chosen];
  if (!box) {
    return;
  }

  const members = day.members(box);
  const waiting = members.filter(patient => day.state[patient] !== Seen).length;
  find('who-title').textContent = `Who is there: ${box.label}`;
  find('who-sum').textContent = `${clock(day.now)}: ${members.length - waiting} seen, in a bed or on the way, ${waiting} waiting.`;
  const table = document.createElement('table');
  table.createTHead().append(row('th', ['Patient', 'Where', 'What', 'Since', 'For']));
  const body = table.createTBody();
  for (const patient of members.slice(0, MostListed)) {
    const from = day.state[patient] === Seen && !Number.isNaN(day.seenFrom[patient]) ? day.seenFrom[patient] : day.since[patient];
    body.append(row('td', [nameOf(patient), day.data.stages[day.stage[patient]].title, doing(patient), since(from), length(day.now - from)]));
  }

  const more = members.length - MostListed;
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = more > 0 ? `and ${more} more` : members.length === 0 ? 'Nobody.' : '';
  find('who-list').replaceChildren(...(members.length > 0 ? [table] : []), note);
  find('who-list').hidden = false;
};

const choose = index => {
  chosen = index;
  picture.parts.forEach((part, at) => part.group.classList.toggle('chosen', at === index));
  list();
  find('who').scrollIntoView({ block: 'nearest' });
};

// ---- Time.
const show = () => {
  picture.tell();
  const time = find('time');
  time.value = day.now;
  time.setAttribute('aria-valuetext', clock(day.now).slice(0, 5));
  find('clock').textContent = clock(day.now);
  find('present').textContent = `${day.present.toLocaleString('en-GB')} patients in the system`;
  list();
};

const frame = now => {
  asked = false;
  const passed = Math.min(100, now - last);
  last = now;
  if (playing) {
    exact = Math.min(DayLength, exact + passed / 1000 * PerSecond * Number(find('speed').value));
    day.to(Math.floor(exact));
    if (exact >= DayLength) {
      play(false);
    }
  }

  const moves = picture.draw(passed, snap);
  snap = false;
  if (playing ? now - told > 200 : told !== 0) {
    show();
    told = playing ? now : 0;
  }

  if (playing || moves) {
    ask();
  }
};

const ask = () => {
  if (!asked) {
    asked = true;
    requestAnimationFrame(frame);
  }
};

const play = on => {
  playing = on;
  find('play').textContent = on ? 'Pause' : 'Play';
  find('who-sum').setAttribute('aria-live', on ? 'off' : 'polite');
  if (on && exact >= DayLength) {
    go(0);
    playing = true;
  }

  last = performance.now();
  told = on ? 0 : 1;
  ask();
};

// Goes to a second at once.
const go = second => {
  const isFar = second - day.now > 900;
  exact = second;
  snap = day.to(second) || isFar || snap;
  show();
  last = performance.now();
  ask();
};

const said = row => {
  const [time, patient, kind, stage, pool] = day.data.events.slice(row * RowLength, (row + 1) * RowLength);
  const name = day.data.kinds[kind];
  const where = name === 'leave' ? day.data.exits[stage].title : stage >= 0 ? day.data.stages[stage].title : '';
  const words = {
    arrive: 'comes', schedule: `asks for ${where}`, assign: `has a place, waits for staff: ${where}`, start: `begins: ${where}`, complete: `has ended: ${where}`,
    withdraw: `gives up waiting: ${where}`, reassign: `moves: ${where}`, leave: `leaves: ${where}`,
  }[name];
  return `${clock(time)} ${nameOf(patient)} ${words}${pool >= 0 && name !== 'leave' ? ` (${day.data.pools[pool]})` : ''}`;
};

// ---- The controls.
const begin = data => {
  day = new Day(data);
  find('player').hidden = false;
  find('status').hidden = true;
  picture = new Picture(day, find('network'), find('patients'), still);
  new ResizeObserver(() => {
    picture.fit();
    snap = true;
    ask();
  }).observe(picture.svg);
  find('play').addEventListener('click', () => play(!playing));
  find('step').addEventListener('click', () => {
    play(false);
    const first = day.done;
    go(day.next());
    const happened = Array.from({ length: Math.min(3, day.done - first) }, (_, at) => said(first + at));
    const more = day.done - first - happened.length;
    find('latest').textContent = happened.length === 0 ? 'The day is over.' : happened.join('; ') + (more > 0 ? `; and ${more} more` : '');
  });
  find('time').addEventListener('input', event => {
    const isOn = playing;
    find('latest').textContent = '';
    playing = false;
    snap = true;
    go(Number(event.target.value));
    playing = isOn;
  });
  find('zoom').addEventListener('change', event => {
    picture.zoom(event.target.value === 'whole');
    snap = true;
    ask();
  });
  for (const part of picture.parts.filter(one => one.group.getAttribute('role') === 'button')) {
    const index = Number(part.group.dataset.box);
    part.group.addEventListener('click', () => choose(index));
    part.group.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(index);
      }
    });
  }

  show();
  play(!still);
  document.body.dataset.day = 'shown';
};

const load = async () => {
  const failed = text => {
    find('status').hidden = true;
    find('problem').textContent = text;
  };
  try {
    const answer = await fetch(`day.json?date=${find('player').dataset.date}`);
    if (answer.ok) {
      begin(await answer.json());
    } else {
      failed((await answer.text()).slice(0, 2000));
    }
  } catch {
    failed('FlowSim is not running any more: start flowsim serve again.');
  }
};

// A step that the page of the numbers has taken meanwhile.
const look = async () => {
  try {
    const steps = document.hidden ? '' : await (await fetch('steps')).text();
    find('moved').hidden = steps === '' || steps === find('player').dataset.steps;
  } catch {
    // It is said where something is asked for.
  }
};

if (find('player')) {
  load();
  setInterval(look, 5000);
}
