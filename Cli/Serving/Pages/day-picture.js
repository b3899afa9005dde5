// One day: where every patient is at a second of it, and the patients as dots on a canvas over the network.
'use strict';

const Away = -1;
const WaitsForPlace = 0;
const WaitsForStaff = 1;
const Seen = 2;
const RowLength = 6;

// Of the picture's own size, at least and at most.
const Readable = 0.7;
const Largest = 1.4;

// ---- Who is where.
class Day {
  constructor(data) {
    this.data = data;
    const count = data.patients.length / 2;
    for (const name of ['stage', 'pool', 'place', 'state', 'box']) {
      this[name] = new Int32Array(count);
    }

    this.since = new Float64Array(count);
    this.seenFrom = new Float64Array(count);
    this.slot = new Int32Array(count);
    this.queued = new Uint8Array(count);
    this.isNew = new Uint8Array(count);
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.boxes = data.boxes.map(box => ({ ...box, slots: [], line: [], here: 0, passed: 0 }));
    this.kind = Object.fromEntries(data.kinds.map((name, index) => [name, index]));
    this.reset();
  }

  get rows() {
    return this.data.events.length / RowLength;
  }

  // Midnight.
  reset() {
    this.now = 0;
    this.done = 0;
    this.present = 0;
    this.leaving = [];
    this.state.fill(Away);
    this.box.fill(-1);
    this.x.fill(NaN);
    this.isNew.fill(0);
    for (const box of this.boxes) {
      Object.assign(box, { slots: [], line: [], here: 0, passed: 0 });
    }

    const rows = this.data.present;
    for (let at = 0; at < rows.length; at += RowLength) {
      const [patient, stage, pool, since, state, place] = rows.slice(at, at + RowLength);
      this.present++;
      this.enter(patient, stage, since);
      this.pool[patient] = pool;
      this.place[patient] = place;
      this.stand(patient, state);
    }
  }

  // Goes to a second of the day; what happens in it has happened. True where it had to begin anew.
  to(second) {
    const anew = second < this.now;
    if (anew) {
      this.reset();
    }

    while (this.done < this.rows && this.data.events[this.done * RowLength] <= second) {
      this.apply(this.done++);
    }

    this.now = second;
    return anew;
  }

  // The second of the next event; the end of the day where there is none.
  next() {
    return this.done < this.rows ? this.data.events[this.done * RowLength] : 86400;
  }

  enter(patient, stage, since) {
    this.stage[patient] = stage;
    this.since[patient] = since;
    this.seenFrom[patient] = NaN;
  }

  apply(row) {
    const [time, patient, kind, stage, pool, place] = this.data.events.slice(row * RowLength, (row + 1) * RowLength);
    const { arrive, schedule, assign, start, leave } = this.kind;
    if (kind === leave) {
      this.present--;
      this.goAway(patient, stage);
      return;
    }

    this.place[patient] = place;
    if (kind === arrive) {
      this.present++;
      this.isNew[patient] = 1;
      return;
    }

    this.pool[patient] = pool;
    if (kind === schedule) {
      this.enter(patient, stage, time);
      this.stand(patient, WaitsForPlace);
    } else if (kind === assign) {
      this.stand(patient, WaitsForStaff);
    } else if (kind === start) {
      this.seenFrom[patient] = time;
      this.stand(patient, Seen);
    }
  }

  // Puts a patient into the field of the box that the stage belongs to.
  stand(patient, state) {
    const stage = this.data.stages[this.stage[patient]];
    const queued = state === WaitsForPlace || (state === WaitsForStaff && !stage.stays) ? 1 : 0;
    const box = stage.box;
    this.state[patient] = state;
    if (this.box[patient] === box && this.queued[patient] === queued) {
      return;
    }

    this.stepOut(patient);
    if (box < 0) {
      return;
    }

    const to = this.boxes[box];
    this.box[patient] = box;
    this.queued[patient] = queued;
    if (queued) {
      to.line.push(patient);
    } else {
      const free = to.here < to.slots.length ? to.slots.indexOf(-1) : to.slots.length;
      to.slots[free] = patient;
      this.slot[patient] = free;
      to.here++;
    }

    const way = this.isNew[patient] ? this.nearest(this.data.streams[this.data.patients[patient * 2]].boxes, to) : null;
    this.isNew[patient] = 0;
    if (way) {
      way.passed++;
      [this.x[patient], this.y[patient]] = Day.middle(way);
    }
  }

  stepOut(patient) {
    const from = this.boxes[this.box[patient]];
    if (!from) {
      return;
    }

    if (this.queued[patient]) {
      from.line.splice(from.line.indexOf(patient), 1);
    } else {
      from.slots[this.slot[patient]] = -1;
      from.here--;
    }

    this.box[patient] = -1;
  }

  goAway(patient, exit) {
    const from = this.boxes[this.box[patient]];
    this.stepOut(patient);
    this.state[patient] = Away;
    const way = this.nearest(this.data.exits[exit].boxes, from);
    if (way) {
      way.passed++;
      if (!Number.isNaN(this.x[patient])) {
        const [tx, ty] = Day.middle(way);
        this.leaving.push({ x: this.x[patient], y: this.y[patient], tx, ty });
      }
    }

    this.x[patient] = NaN;
  }

  static middle(box) {
    return [box.box[0] + box.box[2] / 2, box.box[1] + box.box[3] / 2];
  }

  // Of the boxes of a way in or out, the one that is nearest to a box.
  nearest(indices, to) {
    const far = index => {
      const [x, y] = Day.middle(this.boxes[index]);
      const [a, b] = to ? Day.middle(to) : [0, 0];
      return Math.hypot(x - a, y - b);
    };
    return indices.length === 0 ? null : this.boxes[indices.reduce((best, index) => (far(index) < far(best) ? index : best))];
  }

  // Who waits within a box for staff.
  waitingInside(box) {
    return box.slots.reduce((sum, patient) => sum + (patient >= 0 && this.state[patient] === WaitsForStaff ? 1 : 0), 0);
  }

  // Everybody of a box: who waits first, the longest first.
  members(box) {
    const waits = patient => (this.state[patient] === Seen ? 1 : 0);
    return box.line.concat(box.slots.filter(patient => patient >= 0))
      .sort((a, b) => waits(a) - waits(b) || this.since[a] - this.since[b]);
  }
}

// ---- The dots and the figures.
class Picture {
  constructor(day, network, canvas, still) {
    Object.assign(this, { day, canvas, still, scale: 1 });
    this.context = canvas.getContext('2d');
    network.innerHTML = day.data.svg;
    this.svg = network.querySelector('svg');
    this.parts = day.boxes.map((box, index) => {
      const group = network.querySelector(`[data-box="${index}"]`);
      return { group, figures: group.querySelector('.figures'), waits: group.querySelector('.waits'), queue: group.querySelector('.queue'), said: '' };
    });
    this.zoom(false);
  }

  // As large as can be read, or as small as is needed to see all of it.
  zoom(isWhole) {
    this.svg.style.minWidth = isWhole ? '0' : `${Math.round(this.day.data.width * Readable)}px`;
    this.svg.style.maxWidth = `${Math.round(this.day.data.width * Largest)}px`;
    this.fit();
  }

  // The canvas covers the network, in the pixels of the screen.
  fit() {
    const { width, height } = this.svg.getBoundingClientRect();
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.scale = this.canvas.width / this.day.data.width;
  }

  // One pass over all dots; true while any is still on its way.
  draw(passed, snap) {
    const { context, day } = this;
    const share = snap || this.still ? 1 : 1 - Math.exp(-passed / 110);
    const pitch = day.data.pitch;
    let moves = false;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    const seen = new Path2D();
    const waits = new Path2D();
    const put = (patient, field, at) => {
      const columns = Math.max(1, Math.floor(field[2] / pitch + 0.01));
      const rows = Math.max(1, Math.floor(field[3] / pitch + 0.01));
      const tx = field[0] + (at % columns + 0.5) * pitch;
      const ty = field[1] + (Math.floor(at / columns) % rows + 0.5) * pitch;
      let [x, y] = [day.x[patient], day.y[patient]];
      if (Number.isNaN(x)) {
        [x, y] = [tx, ty];
      }

      x += (tx - x) * share;
      y += (ty - y) * share;
      moves = moves || Math.abs(tx - x) + Math.abs(ty - y) > 0.3;
      day.x[patient] = x;
      day.y[patient] = y;
      if (day.state[patient] === Seen) {
        seen.moveTo(x + 2, y);
        seen.arc(x, y, 2, 0, 7);
      } else {
        waits.rect(x - 2, y - 2, 4, 4);
      }
    };

    for (const box of day.boxes) {
      box.slots.forEach((patient, at) => patient >= 0 && put(patient, box.inside, at));
      box.line.forEach((patient, at) => put(patient, box.queue || box.inside, at));
    }

    day.leaving = snap || this.still ? [] : day.leaving.filter(one => {
      one.x += (one.tx - one.x) * share;
      one.y += (one.ty - one.y) * share;
      seen.moveTo(one.x + 2, one.y);
      seen.arc(one.x, one.y, 2, 0, 7);
      return Math.hypot(one.tx - one.x, one.ty - one.y) > 4;
    });
    context.fillStyle = '#1f4e8c';
    context.fill(seen);
    context.fillStyle = '#a4231c';
    context.fill(waits);
    return moves || day.leaving.length > 0;
  }

  // The numbers in the boxes, and how red each queue is: from one who waits to fifty and more.
  tell() {
    this.day.boxes.forEach((box, index) => {
      const part = this.parts[index];
      const inside = box.kind === 'stage' ? this.day.waitingInside(box) : 0;
      const figures = box.kind === 'in' ? `${box.passed} came` : box.kind === 'out' ? `${box.passed} left`
        : `${box.here.toLocaleString('en-GB')} here${inside > 0 ? `, ${inside} wait` : ''}`;
      const said = `${figures}/${box.line.length}`;
      if (said === part.said) {
        return;
      }

      part.said = said;
      part.figures.textContent = figures;
      if (part.waits) {
        part.waits.textContent = box.line.length > 0 ? `${box.line.length.toLocaleString('en-GB')} wait` : '';
        part.queue.style.fillOpacity = Math.min(1, Math.log(1 + box.line.length) / Math.log(51)).toFixed(2);
      }

      if (box.kind === 'stage') {
        const texts = Array.from(part.group.querySelectorAll('text'), text => text.textContent);
        part.group.setAttribute('aria-label', texts.filter(text => text.length > 0).join(' '));
      }
    });
  }
}
