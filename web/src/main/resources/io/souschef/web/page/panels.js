// The conversation and the decision, drawn from the events of a trace. Text is only ever set as text.
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

const OUTCOMES = {
  DONE: 'Done', STEP_LIMIT: 'Stopped: too many steps', TIME_LIMIT: 'Stopped: out of time',
  ROBOT_TIME_LIMIT: 'Stopped: out of robot time', TOKEN_LIMIT: 'Stopped: out of tokens', CANCELED: 'Canceled', ERROR: 'Broken off',
  GIVEN_UP: 'Given up', REFUSED: 'Refused', UNANSWERED: 'Nobody answered',
};
const SHOWN = 8;

// What a language model was given, word for word.
function promptBox(text, open) {
  const box = make('details', 'prompt');
  box.open = !!open;
  box.append(make('summary', '', 'what the language model was given'), make('pre', '', text));
  return box;
}

const ms = (value) => (value < 10 ? value.toFixed(1) : Math.round(value)) + ' ms';

// What happens between Souschef and a real robot, in a sentence.
export function robotWords(report) {
  const doubt = (list) => (list && list.length ? '; NOT confirmed as stopped: ' + list.join(', ') : '');
  switch (report.event) {
    case 'robot_armed': return 'the robot may move now';
    case 'command_sent': return 'sent ' + report.name + ' for “' + report.skill + '”';
    case 'command_ended': return report.name + ' ' + String(report.outcome).replaceAll('_', ' ') + (report.message ? ': ' + report.message : '');
    case 'command_refused': return 'not sent' + (report.name ? ' to ' + report.name : '') + ': ' + report.reason;
    case 'robot_stopped': return 'stopped: ' + report.reason + doubt(report.unconfirmed);
    case 'robot_stopped_later': return 'has stopped now: ' + (report.confirmed || []).join(', ') + doubt(report.unconfirmed);
    case 'robot_not_confirmed': return 'NOT confirmed as stopped for ' + Math.round(report.forS) + ' s: ' + report.unconfirmed;
    case 'robot_seen_still': return 'seen standing still: ' + report.name;
    case 'link_changed': return report.up ? 'the link is up again' : 'the link is down: ' + report.message;
    case 'perception_doubted': return report.what;
    default: {
      const { event: kind, ...rest } = report;
      return String(kind || '').replaceAll('_', ' ') + ' ' + Object.entries(rest).map(([k, v]) => k + ' ' + (typeof v === 'object' ? JSON.stringify(v) : v)).join(', ');
    }
  }
}

export const seconds = (s) => (s < 60 ? s.toFixed(1) + ' s' : Math.floor(s / 60) + ' min ' + Math.round(s % 60) + ' s');

// The program of a request, with its running line. A line is said by more than its colour: a mark stands before it.
export class ProgramView {
  constructor(box) {
    this.box = box;
  }

  // line: index of the running line, -1 before the first, Infinity after the last; request: whose prompt and time are told.
  show(program, line, request) {
    this.box.hidden = !program;
    if (!program) {
      this.shown = null;
      return;
    }
    const { first, last } = blockAt(program.script, line);
    if (this.shown !== program) {
      this.shown = program;
      const head = make('h2', '', 'What is meant');
      const list = make('ol', 'lines');
      for (const text of program.script.split('\n')) {
        const row = make('li');
        row.append(make('span', 'mark', ''), make('code', '', text));
        list.append(row);
      }
      this.foot = make('p', 'soft foot');
      this.prompt = request && request.prompt ? promptBox(request.prompt) : null;
      this.box.replaceChildren(head, list, this.foot);
      if (this.prompt) this.box.append(this.prompt);
    }
    this.foot.textContent = 'probability ' + program.probability.toFixed(2) + (request && request.timed ? ' · understood in ' + ms(request.timed.sayMs) : '');
    [...this.box.querySelectorAll('li')].forEach((row, i) => {
      const running = i >= first && i <= last;
      row.className = running ? 'running' : i < first ? 'over' : '';
      row.firstChild.textContent = i === first ? '▶' : i < first ? '✓' : '';
      if (i === first) row.setAttribute('aria-current', 'step');
      else row.removeAttribute('aria-current');
    });
  }
}

// A statement and what stands in its braces.
function blockAt(script, line) {
  const lines = script.split('\n');
  let depth = 0;
  for (let i = line; i >= 0 && i < lines.length; i++) {
    depth += (lines[i].match(/{/g) || []).length - (lines[i].match(/}/g) || []).length;
    if (depth <= 0 && !/^\s*}?\s*else/.test(lines[i + 1] || '')) return { first: line, last: i };
  }
  return { first: line, last: line };
}

// Where a statement stands in a script: the next place after the running one, else the first.
function lineOf(script, statement, running) {
  const lines = script.split('\n').map((text) => text.trim());
  const wanted = statement.split('\n')[0].trim();
  const next = lines.indexOf(wanted, running + 1);
  return next >= 0 ? next : lines.indexOf(wanted) >= 0 ? lines.indexOf(wanted) : running;
}

export class Conversation {
  // pick(entry) is called when a step is clicked; links(request) gives what can be done with one that is over.
  constructor(box, pick, links) {
    this.box = box;
    this.pick = pick;
    this.links = links || (() => []);
    this.requests = new Map();
    this.steps = [];
    this.newest = null;
  }

  clear() {
    this.box.querySelectorAll('article, .note').forEach((old) => old.remove());
    this.requests.clear();
    this.steps = [];
    this.newest = null;
  }

  add(message) {
    const pinned = this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < 60;
    this.box.querySelector('.empty')?.remove();
    const draw = this['on_' + message.event.event];
    if (draw) draw.call(this, message, message.event);
    else this.other(message, message.event);
    if (pinned) this.box.scrollTop = this.box.scrollHeight;
  }

  note(text) {
    this.box.querySelector('.empty')?.remove();
    this.box.append(make('p', 'note', text));
    this.box.scrollTop = this.box.scrollHeight;
  }

  request(message) {
    let request = this.requests.get(message.request);
    if (!request) {
      const box = make('article', 'request');
      request = { box, steps: new Map(), meanings: [], program: null, line: -1 };
      this.newest = request;
      this.requests.set(message.request, request);
      this.box.append(box);
    }
    return request;
  }

  say(message, who, text) {
    const line = make('p', 'said ' + who);
    line.append(make('b', '', who === 'user' ? 'You' : 'Robot'), make('span', '', text));
    this.request(message).box.append(line);
    return line;
  }

  step(message) {
    const request = this.request(message);
    let step = request.steps.get(message.event.step);
    if (!step) {
      const button = make('button', 'step');
      button.type = 'button';
      button.append(make('span', 'mark', '…'), make('span', 'words', 'looking around'), make('small', 'more', ''));
      step = { button, request: message.request, of: request, number: message.event.step, t: message.t, program: request.program, line: request.line };
      button.addEventListener('click', () => this.choose(step));
      request.steps.set(message.event.step, step);
      request.box.append(button);
      this.steps.push(step);
    }
    return step;
  }

  choose(step) {
    for (const other of this.steps) other.button.classList.toggle('chosen', other === step);
    this.pick(step);
  }

  set(step, mark, words, more, className) {
    const [a, b, c] = step.button.children;
    if (mark !== null) a.textContent = mark;
    if (words !== null) b.textContent = words;
    if (more !== null) c.textContent = more;
    if (className) step.button.classList.add(className);
  }

  on_started(message, event) {
    this.say(message, 'user', event.instruction);
    const about = Object.entries(event.settings || {}).map(([k, v]) => k + ' ' + v).join(' · ');
    this.request(message).box.append(make('p', 'about', ['say ' + event.say, 'can ' + event.can, about].filter(Boolean).join(' · ')));
  }

  on_observed(message, event) {
    const step = this.step(message);
    step.observation = event.observation;
    this.set(step, '…', 'thinking', '');
  }

  on_decided(message, event) {
    const step = this.step(message);
    step.decision = event.decision;
    const skill = event.decision.chosen.skill;
    this.set(step, '→', skill.text === 'done' ? 'nothing more to do' : skill.text, event.decision.chosen.combined.toFixed(2));
    if (skill.action === 'done') this.set(step, '✓', null, null, 'good');
    step.fresh = true;
  }

  on_skill_started(message) {
    this.set(this.step(message), '▶', null, 'begins', 'running');
  }

  on_skill_progressed(message, event) {
    this.set(this.step(message), '▶', null, event.progress.phase + ' · ' + seconds(event.progress.elapsedS));
  }

  on_skill_ended(message, event) {
    const step = this.step(message);
    const result = event.result;
    const good = result.outcome === 'succeeded';
    step.result = result;
    step.button.classList.remove('running');
    const reason = (result.reason || result.outcome).toLowerCase().replaceAll('_', ' ');
    const why = good || result.message.toLowerCase().startsWith(reason) ? '' : reason + ': ';
    this.set(step, good ? '✓' : '✗', event.skill.text, why + result.message + ' · ' + seconds(result.durationS), good ? 'good' : 'bad');
  }

  on_timed(message, event) {
    // Step 0 is the understanding, which is no step of the robot's.
    const request = this.request(message);
    const step = request.steps.get(event.step);
    if (step) step.timed = event;
    else if (!event.step) request.timed = event;
  }

  on_prompted(message, event) {
    const request = this.request(message);
    if (event.step) this.step(message).prompt = event.prompt;
    else request.prompt = event.prompt;
  }

  // What may be meant was tried in thought, before anything moved.
  on_judged(message, event) {
    for (const one of event.judgements) {
      const how = one.obstacle ? 'in its way: ' + one.obstacle : 'nothing in its way';
      this.request(message).box.append(make('p', 'about', 'Rehearsed ' + one.script.replaceAll('\n', ' ') + ': ' + how + ', ' + seconds(one.seconds)));
    }
  }

  // The parts of the request are done in another order than they were said.
  on_ordered(message, event) {
    this.request(message).box.append(make('p', 'about', 'In this order it takes about ' + seconds(event.seconds) + ' rather than ' + seconds(event.asSaidSeconds) + ': ' + event.statements.map((each) => each.split('\n')[0].trim()).join(' ')));
  }

  on_thought_ahead(message, event) {
    const step = this.request(message).steps.get(event.step);
    if (step) step.ahead = event;
  }

  on_ended(message, event) {
    const good = event.outcome === 'DONE';
    const line = make('p', 'ended ' + (good ? 'good' : 'bad'));
    const outcome = OUTCOMES[event.outcome] || event.outcome;
    const request = this.request(message);
    // What the robot has just said need not be read twice.
    const why = event.message === outcome || event.message === request.told ? '' : event.message;
    const steps = event.steps ? '(' + event.steps + (event.steps === 1 ? ' step)' : ' steps)') : '';
    line.append(make('b', '', (good ? '✓ ' : '✗ ') + outcome), make('span', '', [why, steps].filter(Boolean).join(' ')));
    request.ended = true;
    request.line = request.line >= 0 && good ? Infinity : request.line;
    request.box.append(line, ...this.links(message.request));
  }

  on_planned(message, event) {
    const request = this.request(message);
    request.meanings = event.meanings || [];
    request.line = -1;
    [request.program] = request.meanings;
    if (!request.program) return;
    const box = make('details', 'program');
    box.append(make('summary', '', 'understood, with probability ' + request.program.probability.toFixed(2)), make('pre', '', request.program.script));
    for (const other of request.meanings.slice(1)) {
      if (other.probability >= 0.005) box.append(make('p', 'soft', 'or, with ' + other.probability.toFixed(2) + ':'), make('pre', '', other.script));
    }
    request.box.append(box);
  }

  // A program that a model wrote, and what the check said.
  on_drafted(message, event) {
    const passed = !event.mistakes.length;
    const name = event.sample ? 'draft ' + event.sample : 'another program';
    const box = make('details', 'program');
    box.append(make('summary', '', (passed ? '✓ ' : '✗ ') + name + (event.attempt > 1 ? ', attempt ' + event.attempt : '')), make('pre', '', event.script));
    if (event.because) box.append(make('p', '', 'after: ' + event.because));
    for (const mistake of event.mistakes) box.append(make('p', '', mistake));
    this.request(message).box.append(box);
  }

  on_reached(message, event) {
    const request = this.request(message);
    if (request.program) request.line = lineOf(request.program.script, event.statement, request.line);
    const line = make('p', 'about');
    line.append('▸ ', make('code', '', event.statement));
    request.box.append(line);
  }

  on_told(message, event) {
    this.request(message).told = event.words;
    this.say(message, 'robot', event.words);
  }

  on_asked(message, event) {
    const request = this.request(message);
    this.say(message, 'robot', event.question);
    if (!event.answer) {
      request.box.append(make('p', 'about', 'Nobody answered.'));
      return;
    }
    const said = event.answer.trim();
    const meant = /^\d+$/.test(said) ? (event.options || [])[said - 1] : said;
    request.program = request.meanings.find((meaning) => meaning.script === meant) || request.program;
    this.say(message, 'user', event.answer);
  }

  on_robot_reported(message, event) {
    const report = event.report || {};
    const line = make('p', 'note', 'robot: ' + robotWords(report));
    if (report.fields) {
      const details = make('details', 'program');
      details.append(make('summary', '', 'robot: ' + robotWords(report)), make('pre', '', JSON.stringify(report.fields, null, 1)));
      this.request(message).box.append(details);
    } else {
      this.request(message).box.append(line);
    }
  }

  // An event of a kind that this page does not know.
  other(message, event) {
    const box = make('details', 'program');
    box.append(make('summary', '', event.event.replaceAll('_', ' ')), make('pre', '', JSON.stringify(event, null, 1)));
    this.request(message).box.append(box);
  }
}

export class Decision {
  // complete(step) gives a promise of the decision with every candidate, where not all were sent; may be missing.
  constructor(box, complete) {
    this.box = box;
    this.complete = complete;
    this.sort = 'combined';
    this.filter = '';
    this.all = false;
  }

  // over: whether the step's request has ended. Whoever types in the filter is not torn out of it by what comes in.
  show(step, over) {
    this.step = step;
    if (!step || !step.decision) {
      this.drawn = null;
      this.box.replaceChildren(make('p', 'soft', over ? 'The request ended before there was anything to decide.' : 'Nothing is decided yet: the robot looks, thinks or asks. What it decides will stand here.'));
      return;
    }
    if (this.drawn === step) {
      this.rows();
      return;
    }
    const typing = document.activeElement && document.activeElement.type === 'search' && this.box.contains(document.activeElement);
    const promptOpen = this.box.querySelector('details.prompt')?.open;
    this.drawn = step;
    const decision = step.decision;
    const head = make('div', 'head');
    head.append(make('h2', '', 'Step ' + step.number + ': why “' + decision.chosen.skill.text + '”?'));
    const filter = make('input');
    filter.type = 'search';
    filter.placeholder = 'filter';
    filter.setAttribute('aria-label', 'Show only skills with this text');
    filter.value = this.filter;
    filter.addEventListener('input', () => {
      this.filter = filter.value;
      this.whole();
    });
    if (decision.skills > 1) head.append(filter);
    this.body = make('tbody');
    const table = make('table');
    const headRow = make('tr');
    for (const [key, text, title] of [
      ['skill', decision.skills === 1 ? 'next on the way' : 'what it could do', ''],
      ['say', 'say', 'How useful the language model finds it: a probability over all skills'],
      ['can', 'can', 'How likely the value function thinks it is to succeed now'],
      ['combined', 'say × can', 'The best of these is done']]) {
      const cell = make('th');
      cell.scope = 'col';
      if (this.sort === key) cell.setAttribute('aria-sort', key === 'skill' ? 'ascending' : 'descending');
      const button = make('button', this.sort === key ? 'sorted' : '', text);
      button.type = 'button';
      button.title = title || 'Sort by words';
      button.addEventListener('click', () => {
        this.sort = key;
        headRow.querySelectorAll('button').forEach((b) => b.classList.toggle('sorted', b === button));
        headRow.querySelectorAll('th').forEach((th) => th.removeAttribute('aria-sort'));
        cell.setAttribute('aria-sort', key === 'skill' ? 'ascending' : 'descending');
        this.whole();
      });
      cell.append(button);
      headRow.append(cell);
    }
    const tableHead = make('thead');
    tableHead.append(headRow);
    table.append(tableHead, this.body);
    this.foot = make('p', 'soft foot');
    this.more = make('button', 'quiet');
    this.more.type = 'button';
    this.more.addEventListener('click', () => {
      this.all = !this.all;
      this.whole();
    });
    this.box.replaceChildren(head, table, this.more, this.foot);
    if (step.prompt) this.box.append(promptBox(step.prompt, promptOpen));
    this.rows();
    if (typing && decision.skills > 1) filter.focus();
  }

  // Draws the rows, and fetches those that were not sent if there are any.
  whole() {
    this.rows();
    const { step } = this;
    if (this.complete && step.decision.scored > step.decision.candidates.length && !step.asked) {
      step.asked = true;
      this.complete(step).then((decision) => {
        if (!decision) return;
        step.decision = decision;
        if (this.step === step) this.rows();
      }, () => (step.asked = false));
    }
  }

  rows() {
    const decision = this.step.decision;
    const value = (c) => (this.sort === 'skill' ? c.skill.text : c[this.sort]);
    const wanted = this.filter.trim().toLowerCase();
    const found = decision.candidates.filter((c) => c.skill.text.toLowerCase().includes(wanted));
    found.sort((a, b) => (this.sort === 'skill' ? value(a).localeCompare(value(b)) : value(b) - value(a)));
    const shown = this.all ? found : found.slice(0, SHOWN);
    this.body.replaceChildren(...shown.map((c) => this.row(c, c.skill.text === decision.chosen.skill.text)));
    this.more.hidden = found.length <= SHOWN;
    this.more.textContent = this.all ? 'Show only ' + SHOWN : 'Show all ' + (wanted ? found.length : decision.scored || found.length);
    const timed = this.step.timed;
    this.foot.textContent = [
      decision.skills === 1 ? 'the next skill of the cheapest way to what the program wants; say: how sure it is that this program is meant'
        : (wanted ? found.length + ' with “' + this.filter.trim() + '” · ' : '') + ((decision.scored || decision.candidates.length) < decision.skills ? (decision.scored || decision.candidates.length) + ' of ' + decision.skills + ' skills were scored; the others cannot win' : decision.skills + ' skills'),
      timed ? 'perceived in ' + ms(timed.observeMs) + ' · say ' + ms(timed.sayMs) + ' · can ' + ms(timed.canMs) + (timed.executeMs ? ' · carried out in ' + seconds(timed.executeMs / 1000) : '') : '',
      this.step.ahead ? (this.step.ahead.used ? 'thought ahead while the robot moved' : 'thought ahead in vain: ' + this.step.ahead.because) : '',
    ].filter(Boolean).join(' · ');
  }

  row(candidate, chosen) {
    const row = make('tr', chosen ? 'chosen' : '');
    const name = make('th', '', candidate.skill.text);
    name.scope = 'row';
    if (chosen) name.prepend('▶ ');
    row.append(name);
    for (const key of ['say', 'can', 'combined']) {
      const cell = make('td');
      const bar = make('span', 'bar ' + key);
      const fill = make('i');
      fill.style.width = (100 * candidate[key]).toFixed(1) + '%';
      bar.append(fill);
      const number = make('span', 'number', candidate[key].toFixed(2));
      number.dataset.value = candidate[key];
      cell.append(bar, number);
      row.append(cell);
    }
    return row;
  }
}

// What both pages have: the view's switches.
export function switches(kitchen) {
  const at = (id) => document.getElementById(id);
  at('camera').addEventListener('change', (e) => kitchen.look(e.target.value));
  at('truth').addEventListener('change', (e) => kitchen.setBelieving(e.target.value === 'belief'));
  at('names').addEventListener('change', (e) => {
    kitchen.showNames = e.target.checked;
    kitchen.dirty = true;
  });
  at('reach').addEventListener('change', (e) => {
    kitchen.reach.visible = e.target.checked;
    kitchen.dirty = true;
  });
  at('path').addEventListener('change', (e) => {
    kitchen.showPath = e.target.checked;
    kitchen.dirty = true;
  });
}

// Where there is no WebGL, all but the picture still works.
export function without() {
  const nothing = () => {};
  const empty = { controls: {}, meshes: new Map(), targets: new Map(), places: [], kinds: {}, reach: {} };
  return new Proxy(empty, { get: (target, key) => (key in target ? target[key] : nothing), set: (target, key, value) => { target[key] = value; return true; } });
}
