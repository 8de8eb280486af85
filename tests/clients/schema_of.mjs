// Writes the schema that a client's package carries, as TL: `node schema_of.mjs mtcute > layer.tl`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** GramJS has TL in a script. */
function gramjs() {
  const { LAYER } = require('telegram/tl/AllTLObjects');
  return `// LAYER ${LAYER}\n${require('telegram/tl/apiTl')}`;
}

/** mtcute has JSON of its own. */
function mtcute() {
  const path = new URL('tl/api-schema.json', import.meta.resolve('@mtcute/core'));
  const { l: layer, e: entries } = JSON.parse(readFileSync(path, 'utf8'));
  // `int53` is a `long` that JavaScript's numbers hold.
  const bare = (name) => (name === 'int53' ? 'long' : name);
  const type = (name, { predicate, isVector } = {}) =>
    `${predicate ? `${predicate}?` : ''}${isVector ? `Vector<${bare(name)}>` : bare(name)}`;
  const line = ({ name, id, arguments: fields, generics, type: result, typeModifiers }) => [
    `${name}#${id.toString(16).padStart(8, '0')}`,
    ...(generics ?? []).map((generic) => `{${generic.name}:${generic.type}}`),
    ...fields.map((field) => `${field.name}:${type(field.type, field.typeModifiers)}`),
    '=', `${type(result, typeModifiers)};`,
  ].join(' ');
  // Its own namespace is not Telegram's.
  const of = (kind) => entries.filter((entry) => entry.kind === kind && !entry.name.startsWith('mtcute.')).map(line).join('\n');
  return `// LAYER ${layer}\n${of('class')}\n---functions---\n${of('method')}\n`;
}

process.stdout.write({ gramjs, mtcute }[process.argv[2]]());
