// Shows an episode again: a scrubber over its motion, and everything that was decided.
import { Kitchen } from './kitchen.js';
import { Conversation, Decision, ProgramView, switches, seconds, without } from './panels.js';

const at = (id) => document.getElementById(id);

export function play(episode) {
  let kitchen;
  try {
    kitchen = new Kitchen(at('kitchen'), at('labels'));
  } catch (fault) {
    kitchen = without();
    at('hint').hidden = false;
    at('hint').textContent = 'This browser cannot draw in 3-D (WebGL is off); the decisions stand below.';
  }
  const frames = episode.frames;
  const events = episode.events.map((event) => ({ request: 1, t: event.t, event }));
  const end = Math.max(0.1, events[events.length - 1].t, frames.length ? frames[frames.length - 1].t : 0);
  const decision = new Decision(at('decision'));
  const program = new ProgramView(at('program'));
  let now = 0;
  let playing = false;
  let drawn = -1;
  let shownStep;

  kitchen.smooth = true;
  kitchen.room(episode.kitchen);
  const story = new Conversation(at('story'), (step) => {
    playing = false;
    go(step.decidedAt ?? step.t, true);
  });
  for (const message of events) {
    story.add(message);
    const last = story.steps[story.steps.length - 1];
    if (message.event.event === 'decided') last.decidedAt = message.t;
  }
  switches(kitchen);
  const started = events[0].event;
  document.title = started.instruction + ' · Souschef';
  const ended = events[events.length - 1].event;
  at('status').textContent = ended.event === 'ended' ? ended.outcome.toLowerCase().replaceAll('_', ' ') : 'cut off';
  at('status').dataset.status = ended.outcome === 'DONE' ? 'idle' : 'stopped';
  at('people').textContent = episode.recorded ? '' : 'no motion was recorded: before each step, things stand where the robot believed them';
  at('scrub').max = end;

  function go(t, jump) {
    t = Math.max(0, Math.min(end, t));
    if (t < now || drawn < 0) {
      kitchen.clear();
      drawn = -1;
    }
    now = t;
    while (drawn + 1 < frames.length && frames[drawn + 1].t <= t + 1e-6) {
      drawn++;
      kitchen.change(frames[drawn], jump);
    }
    let step = null;
    for (const each of story.steps) if (each.t <= t + 1e-6) step = each;
    if (step !== shownStep) {
      shownStep = step;
      for (const each of story.steps) each.button.classList.toggle('chosen', each === step);
      decision.show(step, t >= end - 0.05);
      const request = story.newest;
      program.show(step ? step.program : request && request.program, step ? step.line : -1, step ? step.of : request);
      kitchen.believe(step ? step.observation : null);
      step?.button.scrollIntoView({ block: 'nearest' });
    }
    at('scrub').value = t;
    at('clock').textContent = seconds(t) + ' of ' + seconds(end);
    at('play').textContent = playing ? 'Pause' : 'Play';
  }

  function hop(direction) {
    const times = story.steps.map((step) => step.decidedAt ?? step.t);
    const next = direction > 0 ? times.find((t) => t > now + 0.05) ?? end : times.filter((t) => t < now - 0.05).pop() ?? 0;
    playing = false;
    go(next, true);
  }

  function toggle() {
    if (now >= end - 0.05) go(0, true);
    playing = !playing;
    go(now, false);
  }

  at('play').addEventListener('click', toggle);
  at('back').addEventListener('click', () => hop(-1));
  at('next').addEventListener('click', () => hop(1));
  at('scrub').addEventListener('input', (e) => {
    playing = false;
    go(Number(e.target.value), true);
  });
  document.addEventListener('keydown', (e) => {
    if (/^(INPUT|SELECT|BUTTON|SUMMARY)$/.test(e.target.tagName)) return;
    if (e.key === ' ') {
      toggle();
      e.preventDefault();
    } else if (e.key === 'ArrowRight') hop(1);
    else if (e.key === 'ArrowLeft') hop(-1);
  });
  let before = performance.now();
  const loop = (clock) => {
    if (playing) {
      go(now + (clock - before) / 1000 * Number(at('speed').value), false);
      if (now >= end) {
        playing = false;
        go(end, false);
      }
    }
    before = clock;
    requestAnimationFrame(loop);
  };
  requestAnimationFrame(loop);
  go(0, true);
  window.souschef = { kitchen, story, end, go, time: () => now };
}
