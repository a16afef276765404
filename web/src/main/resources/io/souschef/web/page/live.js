// The live kitchen: shows what the server tells, and sends what people do.
import { Kitchen } from './kitchen.js';
import { Hands } from './hands.js';
import { History } from './history.js';
import { Conversation, Decision, ProgramView, make, switches, without } from './panels.js';

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
const decision = new Decision(at('decision'), (step) => fetch('/api/v1/requests/' + step.request + '/decisions/' + step.number).then((answer) => (answer.ok ? answer.json() : null)));
const program = new ProgramView(at('program'));
const history = new History();
let lookingBack = false;
let time = 0;
let lastMotion = 0;
const story = new Conversation(at('story'), (step) => {
  following = step === story.steps[story.steps.length - 1] && state.status === 'working';
  decision.show(step);
  program.show(step.program, step.line, step.of);
  kitchen.believe(step.observation);
  if (following) backToNow();
  else lookBack(step);
}, links);

// What can be done with a request that is over.
function links(request) {
  const again = make('a', 'link', 'watch it again');
  again.href = '/replay#' + request;
  again.target = '_blank';
  const page = make('a', 'link', 'save as a page');
  page.href = '/api/v1/requests/' + request + '/page';
  page.setAttribute('download', '');
  const line = make('p', 'about');
  line.append(again, ' · ', page);
  return [line];
}

// The scene as it was before a step; what happens meanwhile is drawn when one comes back.
function lookBack(step) {
  const [words] = at('past').children;
  at('past').hidden = false;
  lookingBack = true;
  if (step.at === undefined) {
    words.textContent = 'This was before you came, or in another kitchen; “watch it again” below the request shows it.';
    return;
  }
  words.textContent = 'As it was before step ' + step.number + ', at ' + step.t.toFixed(1) + ' s.';
  redraw(history.until(step.at));
}

function backToNow() {
  at('past').hidden = true;
  if (lookingBack) {
    lookingBack = false;
    redraw(history.frames);
  }
}

function redraw(frames) {
  kitchen.clear();
  for (const frame of frames) kitchen.change(frame, true);
}

at('past').querySelector('button').addEventListener('click', () => {
  following = true;
  backToNow();
  latest();
});

// The newest step and the program of the newest request.
function latest() {
  const last = story.steps[story.steps.length - 1];
  const request = story.newest;
  for (const step of story.steps) step.button.classList.toggle('chosen', step === last);
  if (request) decision.show(request.steps.size ? last : null, request.ended);
  program.show(request && request.program, request ? request.line : -1, request);
}
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

function show(message, live) {
  if (message.type === 'event') {
    if (message.event.event === 'started') kitchen.forgetPath();
    const before = story.steps.length;
    story.add(message);
    const last = story.steps[story.steps.length - 1];
    if (live && story.steps.length > before) last.at = history.stop();
    if (following) {
      if (/^(started|prompted|planned|reached|asked|observed|decided|timed|thought_ahead|ended)$/.test(message.event.event)) latest();
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
    history.clear();
    lookingBack = false;
    at('past').hidden = true;
    message.story.forEach((event) => show(event, false));
    latest();
    receive.state(message);
    at('examples').hidden = message.story.length > 0;
  },
  frame(message) {
    history.add(message);
    time = message.t;
    if (Object.keys(message.poses || {}).some((id) => id.startsWith('robot/'))) lastMotion = time;
    if (!lookingBack) kitchen.change(message, message.new);
  },
  // Another room: what was seen before cannot be drawn in it.
  scene(message) {
    history.clear();
    for (const step of story.steps) step.at = undefined;
    lookingBack = false;
    at('past').hidden = true;
    kitchen.clear();
    kitchen.room(message.scene);
    hands.refill();
  },
  event: (message) => show(message, true),
  note: (message) => show(message, true),
  state(message) {
    state = message.state;
    draw();
  },
  viewers(message) {
    at('people').textContent = message.count === 1 ? '' : message.count + ' people look on';
  },
  refused(message) {
    toast(message.message);
    hands.refused();
  },
  queued(message) {
    if (state.status === 'working') toast('“' + message.instruction + '” waits until the robot is done');
  },
};

function draw() {
  const mine = !state.driver || state.driver === me;
  const working = state.status === 'working';
  const real = state.robot;
  const words = state.status === 'stopped' ? (real ? 'emergency stop: start serve anew to go on' : 'emergency stop')
    : real && real.confirm ? 'waiting for your yes'
    : state.question ? 'the robot asks you something'
      : state.paused ? (working ? 'paused' : 'paused: the next request will wait')
        : working ? 'working' : 'ready';
  at('status').textContent = words + (state.queued ? ' · ' + state.queued + ' waiting' : '');
  at('status').dataset.status = state.question || (real && real.confirm) ? 'asking' : state.paused && working ? 'paused' : state.status;
  at('pause').textContent = state.paused ? 'Go on' : real ? 'Pause after this skill' : 'Pause';
  at('step').disabled = !working;
  at('cancel').disabled = !working && !state.queued;
  at('undo').disabled = !state.undo;
  at('stop').textContent = state.status === 'stopped' && !real ? 'Release stop' : 'Emergency stop';
  at('stop').disabled = !!real && state.status === 'stopped';
  at('stop').classList.toggle('released', state.status === 'stopped');
  if (document.activeElement !== at('speed')) at('speed').value = state.speed === 0 ? 'max' : String(state.speed);
  if (real) robot(real);
  else place();
  at('wheel').hidden = !state.driver || (state.driver === me && !at('people').textContent);
  at('wheel').textContent = state.driver === me ? 'Let others drive' : 'Take over';
  document.body.classList.toggle('looking', !mine);
  choices();
  const box = at('question');
  box.hidden = !state.question;
  if (state.question && box.dataset.question !== state.question.question) {
    box.dataset.question = state.question.question;
    box.replaceChildren(make('p', '', 'The robot asks: ' + state.question.question));
    for (const choice of state.question.choices) {
      const button = make('button', '', choice);
      button.type = 'button';
      button.addEventListener('click', () => send({ type: 'answer', text: choice }));
      box.append(button);
    }
    at('text').placeholder = 'your answer';
    at('story').scrollTop = at('story').scrollHeight;
    // Whoever is busy elsewhere in the page is not torn away.
    if (document.activeElement === document.body) at('text').focus();
  } else if (!state.question) {
    delete box.dataset.question;
    at('text').placeholder = 'bring me a coke';
  }
}

// Scene and seed: as they are, but for what somebody is choosing.
function place() {
  const select = at('scene');
  if ([...select.options].map((option) => option.value).join('\n') !== state.scenes.join('\n')) {
    select.replaceChildren(...state.scenes.map((name) => make('option', '', name)));
    place.was = null;
  }
  const now = state.scene + '\n' + state.seed;
  if (place.was !== now) {
    place.was = now;
    select.value = state.scene;
    at('seed').value = state.seed;
  }
  waiting();
}

// Another scene or seed takes hold with a new kitchen, and the button says so.
function waiting() {
  const other = at('scene').value !== state.scene || Number(at('seed').value) !== state.seed;
  at('reset').textContent = other ? 'New kitchen with this' : 'New kitchen';
  at('reset').classList.toggle('go', other);
}
at('scene').addEventListener('change', waiting);
at('seed').addEventListener('input', waiting);

// A real robot: whether it may move, what it perceives, and what waits for a yes.
function robot(now) {
  document.body.classList.add('real');
  at('robot').hidden = false;
  at('robot-name').textContent = now.name || 'robot';
  chip('robot-arm', now.armed ? 'may move' : 'still: ' + (now.still || 'it is not armed'), now.armed ? 'good' : 'bad');
  chip('robot-link', now.link === 'up' ? 'link is up' : 'link is ' + now.link, now.link === 'up' ? 'good' : 'bad');
  const hears = /is published \(/.test(now.eStop || '');
  chip('robot-stop', hears ? 'hears its e-stop' : now.eStop || '', hears ? 'good' : 'bad');
  at('robot-stop').title = now.eStop || '';
  const seen = now.perceived || {};
  at('robot-sees').textContent = seen.trouble ? 'perceives nothing: ' + seen.trouble
    : (seen.at ? 'at the ' + seen.at : 'between places') + ' · holds ' + (seen.holds || 'nothing') + ' · knows of ' + seen.things + ' things, sees ' + seen.visible;
  at('arm').hidden = !now.mayArm;
  at('arm').disabled = now.armed || state.status === 'stopped';
  at('hold').disabled = !now.armed;
  at('ask-first').checked = now.asksFirst;
  at('ask-first').disabled = now.mustAsk;
  at('truth').options[0].textContent = 'what it perceives now';
  at('truth').options[1].textContent = 'what it believed when it decided';
  const box = at('confirm');
  box.hidden = !now.confirm;
  if (now.confirm && box.dataset.id !== String(now.confirm.id)) {
    const { id } = now.confirm;
    box.dataset.id = id;
    box.replaceChildren(make('p', '', 'May it “' + now.confirm.skill + '”? This would be sent to ' + now.confirm.command + ':'), make('pre', '', JSON.stringify(now.confirm.message, null, 1)));
    for (const [text, allow] of [['Yes, send it', true], ['No', false]]) {
      const button = make('button', allow ? 'go' : '', text);
      button.type = 'button';
      button.addEventListener('click', () => send({ type: 'confirm', id, allow }));
      box.append(button);
    }
    at('story').scrollTop = at('story').scrollHeight;
  } else if (!now.confirm) {
    delete box.dataset.id;
  }
}

function chip(id, text, kind) {
  at(id).hidden = !text;
  at(id).textContent = (kind === 'good' ? '✓ ' : '! ') + text;
  at(id).className = 'chip ' + kind;
}

// How the next requests are planned.
function choices() {
  const offered = state.choices || [];
  if (at('choices').hidden && offered.length) at('choices').append(make('small', '', 'What you choose here holds from the next request on.'));
  at('choices').hidden = !offered.length;
  for (const choice of offered) {
    let select = at('choice-' + choice.name);
    if (!select) {
      select = make('select');
      select.id = 'choice-' + choice.name;
      select.addEventListener('change', () => send({ type: 'choose', name: choice.name, value: select.value }));
      const label = make('label', '', choice.label + ' ');
      label.append(select);
      at('choices').insertBefore(label, at('choices').lastChild);
    }
    if (select.options.length !== choice.values.length) {
      select.replaceChildren(...choice.values.map((value) => make('option', '', value)));
    }
    if (document.activeElement !== select) select.value = choice.value;
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
  backToNow();
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
const stop = () => send({ type: state.status === 'stopped' && !state.robot ? 'release' : 'stop' });
at('pause').addEventListener('click', pause);
at('step').addEventListener('click', () => send({ type: 'step' }));
at('cancel').addEventListener('click', () => send({ type: 'cancel' }));
at('undo').addEventListener('click', () => send({ type: 'undo' }));
at('stop').addEventListener('click', stop);
at('wheel').addEventListener('click', () => send({ type: state.driver === me ? 'hand_over' : 'take_over' }));
at('speed').addEventListener('change', (e) => send({ type: 'speed', factor: e.target.value === 'max' ? 'max' : Number(e.target.value) }));
at('reset').addEventListener('click', () => send({ type: 'reset', seed: Math.round(Number(at('seed').value)) || 0, scene: at('scene').value }));
at('arm').addEventListener('click', () => send({ type: 'arm' }));
at('hold').addEventListener('click', () => send({ type: 'hold' }));
at('ask-first').addEventListener('change', (e) => send({ type: 'ask_first', on: e.target.checked }));
document.addEventListener('keydown', (e) => {
  // The emergency stop works wherever one types; it only ever stops.
  if (e.key === 'Escape') {
    send({ type: 'stop' });
    e.preventDefault();
  } else if (!/^(INPUT|SELECT|TEXTAREA|BUTTON|SUMMARY|A)$/.test(e.target.tagName)) {
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

const hands = new Hands(kitchen, {
  canvas: at('kitchen'), menu: at('hand'), stage: at('stage'), tools: at('tools'), toolBox: at('toolbox'), hint: at('hint'),
}, send);

// For tests: what the page knows.
window.souschef = { kitchen, story, state: () => state, time: () => time, lastMotion: () => lastMotion };
connect();
