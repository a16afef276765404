// Shows an episode that this server has: /replay#3 of a robot's requests, /replay#run/NAME of a run's attempts.
import { play } from './replay.js';

async function open() {
  const place = decodeURIComponent(location.hash.slice(1));
  const attempt = place.startsWith('run/') ? place.slice(4) : null;
  const answer = await fetch((attempt === null ? '/api/v1/requests/' + encodeURIComponent(place) : '/api/v1/run/attempts/' + encodeURIComponent(attempt)) + '/replay');
  const body = await answer.json();
  if (answer.ok) {
    play(body);
  } else {
    document.getElementById('status').textContent = body.message;
    document.getElementById('status').dataset.status = 'stopped';
  }
}
window.addEventListener('hashchange', () => location.reload());
open().catch(() => (document.getElementById('status').textContent = 'This episode cannot be shown; is the server still there?'));
