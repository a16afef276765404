// The API's description for people, from openapi.json.
import { make } from './panels.js';

const box = document.getElementById('api');
const api = await (await fetch('/api/v1/openapi.json')).json();
box.append(make('h1', '', api.info.title), make('p', '', api.info.description));
for (const [path, operations] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    box.append(make('h2', '', method.toUpperCase() + ' ' + path), make('p', '', operation.summary));
    if (operation.description) box.append(make('p', 'soft', operation.description));
  }
}
box.append(make('h2', '', 'Commands'));
for (const [name, schema] of Object.entries(api.components.schemas)) {
  if (schema.example) box.append(make('p', '', name + ': ' + schema.description), make('pre', '', JSON.stringify(schema.example)));
}
const raw = make('a', '', 'openapi.json');
raw.href = '/api/v1/openapi.json';
box.append(raw);
