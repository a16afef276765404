// Watches a run of many episodes: asks again every few seconds, and draws only what has changed.
import { make } from './panels.js';

const at = (id) => document.getElementById(id);
const EVERY_MS = 2000;
let shown = '';
let first = null;

const percent = (share) => (100 * share).toFixed(0) + '%';

function duration(s) {
  if (s < 90) return Math.round(s) + ' s';
  return s < 5400 ? Math.round(s / 60) + ' min' : (s / 3600).toFixed(1) + ' h';
}

// A rate with its interval: a bar, and a line from its lower to its upper end.
function rate(label, value) {
  const row = make('div', 'rate');
  row.append(make('span', 'what', label));
  const track = make('span', 'track');
  const fill = make('i');
  fill.style.width = 100 * value.rate + '%';
  const line = make('b');
  line.style.left = 100 * value.low + '%';
  line.style.width = 100 * (value.high - value.low) + '%';
  track.append(fill, line);
  row.append(track, make('span', 'number', percent(value.rate) + ' [' + (100 * value.low).toFixed(0) + ', ' + (100 * value.high).toFixed(0) + '], ' + value.successes + ' of ' + value.trials));
  return row;
}

function rates(all) {
  return all.map((each) => {
    const box = make('div', 'configuration');
    box.append(make('h3', '', each.words || each.configuration));
    box.append(make('p', 'facts', each.configuration));
    if (!each.episodes) box.append(make('p', 'soft', 'No episode has ended yet.'));
    for (const kind of ['plan', 'execution']) if (each[kind]) box.append(rate(kind + ' success', each[kind]));
    if (each.families.length) {
      const details = make('details');
      details.dataset.key = each.configuration;
      details.append(make('summary', '', 'by family'));
      for (const family of each.families) {
        for (const kind of ['plan', 'execution']) if (family[kind]) details.append(rate(family.name + ', ' + kind, family[kind]));
      }
      box.append(details);
    }
    return box;
  });
}

function failure(each) {
  const card = make('article');
  card.append(make('h3', '', each.instruction), make('p', 'facts', each.kind + ' · ' + each.task + ' (' + each.family + '), seed ' + each.seed + ' · ' + each.configuration), make('p', 'why', each.why));
  if (each.attempt) {
    const link = make('a', 'link', 'watch it again');
    link.href = '/replay#run/' + encodeURIComponent(each.attempt);
    link.target = '_blank';
    const page = make('a', 'link', 'save as a page');
    page.href = '/api/v1/run/attempts/' + encodeURIComponent(each.attempt) + '/page';
    page.setAttribute('download', '');
    const line = make('p');
    line.append(link, ' · ', page);
    card.append(line);
  }
  return card;
}

function left(run) {
  first ??= { ended: run.ended, at: performance.now() };
  const here = run.ended - first.ended;
  if (run.ended >= run.planned || !here) return '';
  return ' · about ' + duration(((performance.now() - first.at) / 1000 / here) * (run.planned - run.ended)) + ' left';
}

function draw(run) {
  const over = run.ended >= run.planned;
  document.title = run.ended + ' of ' + run.planned + ' · ' + run.name + ' · Souschef';
  at('status').textContent = over ? 'all episodes have ended' : run.quietS === undefined ? 'no episode has ended yet' : 'last episode ended ' + duration(run.quietS) + ' ago';
  at('status').dataset.status = over ? 'idle' : 'working';
  at('far').textContent = run.ended + ' of ' + run.planned + ' episodes' + left(run) + ' · begun ' + run.started.replace('T', ' ').replace('Z', ' UTC');
  at('bar').setAttribute('aria-valuemax', run.planned);
  at('bar').setAttribute('aria-valuenow', run.ended);
  at('bar').firstChild.style.width = (run.planned ? (100 * run.ended) / run.planned : 0) + '%';
  const now = JSON.stringify([run.rates, run.failures]);
  if (now === shown) return;
  shown = now;
  at('name').textContent = run.name;
  at('command').textContent = run.command;
  const open = new Set([...document.querySelectorAll('details[open]')].map((d) => d.dataset.key));
  at('rates').replaceChildren(...rates(run.rates));
  document.querySelectorAll('#rates details').forEach((d) => (d.open = open.has(d.dataset.key)));
  const failed = run.failures.map(failure);
  const more = run.failed > run.failures.length ? [make('p', 'facts', 'The newest ' + run.failures.length + ' attempts of ' + run.failed + ' failed episodes; report.html has them all when the run is over.')] : [];
  at('failures').replaceChildren(...(failed.length ? [...more, ...failed] : [make('p', 'soft', 'None so far.')]));
}

async function look() {
  try {
    const answer = await fetch('/api/v1/run');
    const body = await answer.json();
    if (answer.ok) draw(body);
    else at('status').textContent = body.message;
  } catch (fault) {
    at('status').textContent = 'no connection; trying again';
    at('status').dataset.status = 'stopped';
  }
  setTimeout(look, EVERY_MS);
}
look();
