// Shows an episode that this server has: /replay#3 of a robot's requests, /replay#run/NAME of a run's attempts.
import { play } from './replay.js';

const say = (words) => {
  document.getElementById('status').textContent = words;
  document.getElementById('status').dataset.status = 'stopped';
};

async function open() {
  const place = decodeURIComponent(location.hash.slice(1));
  if (!/^(\d{1,6}|run\/.+)$/.test(place)) {
    say('No episode is named; open “watch it again” in the conversation, or /replay#1 for the first request');
    return;
  }
  const attempt = place.startsWith('run/') ? place.slice(4) : null;
  const answer = await fetch((attempt === null ? '/api/v1/requests/' + encodeURIComponent(place) : '/api/v1/run/attempts/' + encodeURIComponent(attempt)) + '/replay');
  const body = await answer.json();
  if (answer.ok) {
    play(body);
  } else {
    say(body.message);
  }
}
window.addEventListener('hashchange', () => location.reload());
open().catch(() => say('This episode cannot be shown; is the server still there?'));
