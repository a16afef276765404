// Shows an episode that this server has: /replay#3
import { play } from './replay.js';

async function open() {
  const number = location.hash.slice(1);
  const answer = await fetch('/api/v1/requests/' + encodeURIComponent(number) + '/replay');
  const body = await answer.json();
  if (answer.ok) {
    play(body);
  } else {
    document.getElementById('status').textContent = body.message;
  }
}
window.addEventListener('hashchange', () => location.reload());
open();
