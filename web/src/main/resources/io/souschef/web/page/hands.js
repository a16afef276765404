// What people do in the kitchen by hand: with the mouse in the scene, or all of it with the keyboard in a panel.
import { make } from './panels.js';

const STILL_PX = 6;

export class Hands {
  constructor(kitchen, parts, send) {
    this.kitchen = kitchen;
    this.parts = parts;
    this.send = send;
    this.carried = null;
    this.last = null;
    this.blocking = false;
    const { canvas } = parts;
    canvas.addEventListener('pointerdown', (e) => this.down(e));
    canvas.addEventListener('pointermove', (e) => this.move(e));
    canvas.addEventListener('pointerup', (e) => this.up(e));
    canvas.addEventListener('pointercancel', () => this.letGo());
    this.panel();
  }

  down(e) {
    const hit = this.kitchen.pick(e);
    this.parts.menu.hidden = true;
    this.carried = hit ? { id: hit.id, thing: hit.thing && e.button === 0, x: e.clientX, y: e.clientY, moved: false } : null;
    if (this.carried && this.carried.thing) {
      this.kitchen.controls.enabled = false;
      this.parts.canvas.setPointerCapture(e.pointerId);
    }
  }

  move(e) {
    const { carried } = this;
    if (carried && carried.thing) {
      carried.moved ||= Math.hypot(e.clientX - carried.x, e.clientY - carried.y) > STILL_PX;
      const hit = carried.moved && this.kitchen.pick(e, carried.id);
      if (hit) {
        carried.at = hit.at;
        carried.from ??= this.kitchen.targets.get(carried.id);
        this.kitchen.carry(carried.id, hit.at);
      }
    } else if (!e.buttons) {
      const hit = this.kitchen.pick(e);
      this.parts.canvas.style.cursor = this.blocking ? 'crosshair' : hit && hit.thing ? 'grab' : hit && this.door(hit.id) ? 'pointer' : '';
    }
  }

  up(e) {
    const { carried } = this;
    this.carried = null;
    this.orbit();
    if (!carried) return;
    const still = Math.hypot(e.clientX - carried.x, e.clientY - carried.y) < STILL_PX;
    if (carried.thing && carried.moved && carried.at) {
      this.last = carried;
      this.send({ type: 'put', object: carried.id, x: carried.at.x, y: carried.at.y, z: carried.at.z });
    } else if (still && this.blocking) {
      this.block(this.kitchen.pick(e)?.at);
    } else if (still) {
      const door = this.door(carried.id);
      if (carried.thing) this.menu(carried.id, e, [['Take away', { type: 'remove', object: carried.id }]]);
      else if (door) this.menu(door, e, [['Open', { type: 'swing', place: door, open: true }], ['Shut', { type: 'swing', place: door, open: false }]]);
    }
  }

  letGo() {
    if (this.carried && this.carried.from) this.kitchen.targets.set(this.carried.id, this.carried.from);
    this.carried = null;
    this.orbit();
  }

  // The server did not take it: what was dragged is where it was.
  refused() {
    if (this.last && this.last.from && this.kitchen.targets.has(this.last.id)) {
      this.kitchen.targets.set(this.last.id, this.last.from);
      this.kitchen.dirty = true;
    }
    this.last = null;
  }

  orbit() {
    this.kitchen.controls.enabled = this.kitchen.mode === 'room' || this.kitchen.mode === 'follow';
  }

  block(at) {
    this.blocking = false;
    this.parts.hint.hidden = true;
    if (at) this.send({ type: 'block', x: at.x, y: at.y });
  }

  door(id) {
    const spot = this.kitchen.places.find((p) => p.door && (id.startsWith(p.name + '/') || id === p.name));
    return spot ? spot.name : null;
  }

  menu(name, event, choices) {
    const box = this.parts.menu;
    box.replaceChildren(make('b', '', name));
    for (const [words, command] of choices) {
      box.append(this.button(words, () => {
        this.send(command);
        box.hidden = true;
      }));
    }
    const stage = this.parts.stage.getBoundingClientRect();
    box.hidden = false;
    box.style.left = Math.max(8, Math.min(event.clientX - stage.left, stage.width - 190)) + 'px';
    box.style.top = Math.max(8, Math.min(event.clientY - stage.top, stage.height - 50)) + 'px';
    box.querySelector('button').focus();
  }

  button(words, done) {
    const button = make('button', '', words);
    button.type = 'button';
    button.addEventListener('click', done);
    return button;
  }

  choice(label, options) {
    const select = make('select');
    const box = make('label', '', label + ' ');
    select.replaceChildren(...options.map((name) => make('option', '', name)));
    box.append(select);
    return { box, select };
  }

  row(...children) {
    const row = make('div', 'tool');
    row.append(...children);
    return row;
  }

  // Everything that the mouse can do, and more.
  panel() {
    const { tools } = this.parts;
    tools.addEventListener('toggle', () => tools.open && this.fill());
    tools.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && e.target.tagName === 'SELECT') e.preventDefault();
    });
  }

  // Another kitchen has other things and places.
  refill() {
    if (this.parts.tools.open) this.fill();
  }

  fill() {
    const { kitchen, send } = this;
    const things = [...kitchen.meshes].filter(([, mesh]) => mesh.userData.thing).map(([id]) => id).sort();
    const places = kitchen.places.map((p) => p.name);
    const doors = kitchen.places.filter((p) => p.door).map((p) => p.name);
    const kinds = Object.keys(kitchen.kinds || {}).sort();
    const kept = [...this.parts.toolBox.querySelectorAll('select')].map((select) => select.value);
    const thing = this.choice('Thing', things);
    const goal = this.choice('to', places);
    const door = this.choice('Door', doors);
    const spill = this.choice('Spill', kinds.filter((kind) => kitchen.kinds[kind].spill));
    const wet = this.choice('on', places);
    const kind = this.choice('New', kinds.filter((each) => !kitchen.kinds[each].spill));
    const where = this.choice('at', places);
    const hand = this.choice('What it holds, to', places);
    const way = this.choice('A box before', places);
    this.parts.toolBox.replaceChildren(
      this.row(thing.box, goal.box, this.button('Put there', () => send({ type: 'move', object: thing.select.value, place: goal.select.value })),
        this.button('Take away', () => send({ type: 'remove', object: thing.select.value }))),
      this.row(door.box, this.button('Open', () => send({ type: 'swing', place: door.select.value, open: true })),
        this.button('Shut', () => send({ type: 'swing', place: door.select.value, open: false }))),
      this.row(spill.box, wet.box, this.button('Spill it', () => send({ type: 'add', kind: spill.select.value, place: wet.select.value }))),
      this.row(kind.box, where.box, this.button('Bring it', () => send({ type: 'add', kind: kind.select.value, place: where.select.value }))),
      this.row(hand.box, this.button('Take out of the hand', () => send({ type: 'take_from_hand', place: hand.select.value }))),
      this.row(way.box, this.button('Block the way', () => {
        const spot = kitchen.places.find((p) => p.name === way.select.value);
        this.block(spot && { x: (spot.label || spot.pose)[0], y: (spot.label || spot.pose)[1] });
      }), this.button('… or click on the floor', () => {
        this.blocking = true;
        this.parts.tools.open = false;
        this.parts.hint.hidden = false;
        this.parts.hint.textContent = 'Click on the floor where the box shall stand.';
      })));
    [...this.parts.toolBox.querySelectorAll('select')].forEach((select, i) => {
      if ([...select.options].some((option) => option.value === kept[i])) select.value = kept[i];
    });
  }
}
