// The live kitchen: shows what the server tells, and sends what people do.
import { Kitchen } from './kitchen.js';
import { Conversation, Decision, make, switches, without } from './panels.js';

const at = (id) => document.getElementById(id);
let state = {};
let me = '';
let socket = null;
let patience = 500;
let following = true;

let kitchen;
try {
  kitchen = new Kitchen(at('kitchen'), at('labels'));
} catch (fault) {
  kitchen = without();
  at('hint').hidden = false;
  at('hint').textContent = 'This browser cannot draw in 3-D (WebGL is off); everything else works.';
}
const decision = new Decision(at('decision'));
const story = new Conversation(at('story'), (step) => {
  following = step === story.steps[story.steps.length - 1];
  decision.show(step);
  kitchen.believe(step.observation);
});
switches(kitchen);

function send(command) {
  if (socket && socket.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(command));
  } else {
    toast('Not connected; trying again');
  }
}

function toast(text) {
  const box = at('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => (box.hidden = true), 6000);
}

function show(message) {
  if (message.type === 'event') {
    if (message.event.event === 'started') kitchen.forgetPath();
    story.add(message);
    const last = story.steps[story.steps.length - 1];
    if (last && following) {
      for (const step of story.steps) step.button.classList.toggle('chosen', step === last);
      if (message.event.event === 'decided' || (message.event.event === 'timed' && last.decision)) decision.show(last);
      if (message.event.event === 'observed') kitchen.believe(last.observation);
    }
  } else if (message.type === 'note') {
    story.note(message.text);
  }
}

const receive = {
  hello(message) {
    me = message.you;
    kitchen.clear();
    kitchen.room(message.scene);
    story.clear();
    following = true;
    message.story.forEach(show);
    receive.state(message);
    at('examples').hidden = message.story.length > 0;
  },
  frame(message) {
    kitchen.change(message, message.new);
  },
  event: show,
  note: show,
  state(message) {
    state = message.state;
    draw();
  },
  viewers(message) {
    at('people').textContent = message.count === 1 ? '' : message.count + ' people look on';
  },
  refused(message) {
    toast(message.message);
  },
  queued(message) {
    if (state.status === 'working') toast('“' + message.instruction + '” waits until the robot is done');
  },
};

function draw() {
  const mine = !state.driver || state.driver === me;
  const working = state.status === 'working';
  const words = state.status === 'stopped' ? 'emergency stop'
    : state.question ? 'the robot asks you something'
      : state.paused ? (working ? 'paused' : 'paused: the next request will wait')
        : working ? 'working' : 'ready';
  at('status').textContent = words + (state.queued ? ' · ' + state.queued + ' waiting' : '');
  at('status').dataset.status = state.question ? 'asking' : state.paused && working ? 'paused' : state.status;
  at('pause').textContent = state.paused ? 'Go on' : 'Pause';
  at('step').disabled = !working;
  at('cancel').disabled = !working && !state.queued;
  at('undo').disabled = !state.undo;
  at('stop').textContent = state.status === 'stopped' ? 'Release stop' : 'Emergency stop';
  at('stop').classList.toggle('released', state.status === 'stopped');
  if (document.activeElement !== at('speed')) at('speed').value = state.speed === 0 ? 'max' : String(state.speed);
  if (document.activeElement !== at('seed')) at('seed').value = state.seed;
  at('wheel').hidden = !state.driver || (state.driver === me && !at('people').textContent);
  at('wheel').textContent = state.driver === me ? 'Let others drive' : 'Take over';
  document.body.classList.toggle('looking', !mine);
  const box = at('question');
  box.hidden = !state.question;
  if (state.question && box.dataset.question !== state.question.question) {
    box.dataset.question = state.question.question;
    box.replaceChildren(make('p', '', state.question.question));
    for (const choice of state.question.choices) {
      const button = make('button', '', choice);
      button.type = 'button';
      button.addEventListener('click', () => send({ type: 'answer', text: choice }));
      box.append(button);
    }
    at('text').placeholder = 'your answer';
    at('text').focus();
  } else if (!state.question) {
    delete box.dataset.question;
    at('text').placeholder = 'bring me a coke';
  }
}

function connect() {
  socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/api/v1/live');
  socket.addEventListener('open', () => (patience = 500));
  socket.addEventListener('message', (e) => {
    const message = JSON.parse(e.data);
    if (receive[message.type]) receive[message.type](message);
  });
  socket.addEventListener('close', (e) => {
    at('status').textContent = e.reason || 'no connection; trying again';
    at('status').dataset.status = 'stopped';
    setTimeout(connect, patience);
    patience = Math.min(8000, patience * 2);
  });
}

at('ask').addEventListener('submit', (e) => {
  e.preventDefault();
  const text = at('text').value.trim();
  if (!text) return;
  following = true;
  send({ type: state.question ? 'answer' : 'instruct', text });
  at('text').value = '';
  at('examples').hidden = true;
});
at('examples').addEventListener('click', (e) => {
  if (e.target.tagName === 'BUTTON') {
    at('text').value = e.target.textContent;
    at('text').focus();
  }
});
const pause = () => send({ type: state.paused ? 'resume' : 'pause' });
const stop = () => send({ type: state.status === 'stopped' ? 'release' : 'stop' });
at('pause').addEventListener('click', pause);
at('step').addEventListener('click', () => send({ type: 'step' }));
at('cancel').addEventListener('click', () => send({ type: 'cancel' }));
at('undo').addEventListener('click', () => send({ type: 'undo' }));
at('stop').addEventListener('click', stop);
at('wheel').addEventListener('click', () => send({ type: state.driver === me ? 'hand_over' : 'take_over' }));
at('speed').addEventListener('change', (e) => send({ type: 'speed', factor: e.target.value === 'max' ? 'max' : Number(e.target.value) }));
at('reset').addEventListener('click', () => send({ type: 'reset', seed: Math.round(Number(at('seed').value)) || 0 }));
document.addEventListener('keydown', (e) => {
  // The emergency stop works wherever one types; it only ever stops.
  if (e.key === 'Escape') {
    send({ type: 'stop' });
    e.preventDefault();
  } else if (!/^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(e.target.tagName)) {
    if (e.key === ' ') {
      pause();
      e.preventDefault();
    } else if (e.key === 'n') {
      send({ type: 'step' });
    } else if (e.key === '/') {
      at('text').focus();
      e.preventDefault();
    }
  }
});

// By hand: drag a thing elsewhere, click a door or drawer, click a thing for more.
let carried = null;
const canvas = at('kitchen');
canvas.addEventListener('pointerdown', (e) => {
  const hit = kitchen.pick(e);
  at('hand').hidden = true;
  if (hit && hit.thing && e.button === 0) {
    carried = { id: hit.id, x: e.clientX, y: e.clientY, moved: false };
    kitchen.controls.enabled = false;
    canvas.setPointerCapture(e.pointerId);
  } else {
    carried = hit ? { door: hit, x: e.clientX, y: e.clientY } : null;
  }
});
canvas.addEventListener('pointermove', (e) => {
  if (carried && carried.id) {
    if (Math.hypot(e.clientX - carried.x, e.clientY - carried.y) > 6) carried.moved = true;
    const hit = carried.moved && kitchen.pick(e, carried.id);
    if (hit) {
      carried.at = hit.at;
      kitchen.carry(carried.id, hit.at);
    }
  } else if (!e.buttons) {
    const hit = kitchen.pick(e);
    canvas.style.cursor = hit && hit.thing ? 'grab' : hit && doorOf(hit.id) ? 'pointer' : '';
  }
});
canvas.addEventListener('pointerup', (e) => {
  if (!carried) return;
  const still = Math.hypot(e.clientX - carried.x, e.clientY - carried.y) < 6;
  if (carried.id) {
    kitchen.controls.enabled = kitchen.mode === 'room' || kitchen.mode === 'follow';
    if (carried.moved && carried.at) {
      send({ type: 'put', object: carried.id, x: carried.at.x, y: carried.at.y, z: carried.at.z });
    } else if (still) {
      menu(carried.id, e);
    }
  } else if (still && carried.door) {
    const place = doorOf(carried.door.id);
    if (place) menu(place, e, true);
  }
  carried = null;
});
function doorOf(id) {
  const spot = (kitchen.places || []).find((p) => p.door && (id.startsWith(p.name + '/') || id === p.name));
  return spot ? spot.name : null;
}
function menu(name, event, door) {
  const box = at('hand');
  const choices = door
    ? [['Open', { type: 'swing', place: name, open: true }], ['Shut', { type: 'swing', place: name, open: false }]]
    : [['Take away', { type: 'remove', object: name }]];
  box.replaceChildren(make('b', '', name));
  for (const [words, command] of choices) {
    const button = make('button', '', words);
    button.type = 'button';
    button.addEventListener('click', () => {
      send(command);
      box.hidden = true;
    });
    box.append(button);
  }
  const stage = at('stage').getBoundingClientRect();
  box.hidden = false;
  box.style.left = Math.max(8, Math.min(event.clientX - stage.left, stage.width - 190)) + 'px';
  box.style.top = event.clientY - stage.top + 'px';
  box.querySelector('button').focus();
}

// For tests: what the page knows.
window.souschef = { kitchen, story, state: () => state };
connect();
