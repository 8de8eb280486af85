// Runs the lines that `tl mock` prints for a client in JavaScript, as they are: `paste.mjs GramJS`.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

// What is done with the client then, and how the file has to be called.
const uses = {
  mtcute: ['mjs', "const me = await client.start({ phone: '+9996620001', code: '12345' });\nconsole.log(`is ${me.firstName}`);"],
  GramJS: ['cjs', `await client.start({ phoneNumber: '+9996620001', phoneCode: async () => '12345', onError: (e) => { throw e; } });
console.log('is ' + (await client.getMe()).firstName);`],
};
const name = process.argv[2];
const [ending, use] = uses[name];
const server = spawn(process.env.TL, ['mock', '--stop-after', '60'], { stdio: ['ignore', 'pipe', 'ignore'] });
let printed = '';
for await (const line of createInterface({ input: server.stdout })) {
  printed += `${line}\n`;
  if (line.startsWith('More on')) break;
}
const pasted = printed.slice(printed.indexOf(`// ${name}\n`)).split('\n\n', 1)[0];
const lines = `${pasted}\n${use}\nprocess.exit();\n`;
const file = new URL(`pasted.${ending}`, import.meta.url).pathname;
writeFileSync(file, ending === 'mjs' ? lines : `(async () => {\n${lines}})();\n`);
try {
  const said = execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 60_000 });
  assert.ok(said.includes('is Ann'), said);
  console.log(`${name}: what is pasted works`);
} finally {
  server.kill();
  rmSync(file);
}
process.exit();
