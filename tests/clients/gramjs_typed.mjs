// GramJS against a server with a handler in Rust, which is written for another layer than the client's.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { TelegramClient } = require('telegram');
const { LAYER } = require('telegram/tl/AllTLObjects');
const { NewMessage } = require('telegram/events');
const { StringSession } = require('telegram/sessions');
const { ConnectionTCPAbridged } = require('telegram/network/connection/TCPAbridged');
const { _serverKeys } = require('telegram/crypto/RSA');
const bigInt = require('big-integer');

const timer = setTimeout(() => { console.error('gramjs, typed: out of time'); process.exit(1); }, 90_000);
const program = join(dirname(process.env.TL), 'typed-mock');
const child = spawn(program, process.argv.slice(3), { stdio: ['pipe', 'pipe', 'inherit'] });
const calls = [];
const mock = await new Promise((resolve) => {
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) resolve(JSON.parse(line));
    else calls.push(line);
  });
});
_serverKeys.set(mock.fingerprint, { n: bigInt(mock.modulus, 16), e: mock.exponent });

class Redirected extends ConnectionTCPAbridged {
  constructor(fields) { super({ ...fields, ip: mock.host, port: mock.port }); }
}

try {
  assert.notEqual(LAYER, 230, 'the client has to speak another layer than the handler');
  const session = new StringSession('');
  session.setDC(2, mock.host, 80);
  const client = new TelegramClient(session, 1, '0', { connection: Redirected, connectionRetries: 1 });
  client.setLogLevel(process.env.GRAMJS_LOG ?? 'none');
  await client.start({
    phoneNumber: '+9996620001', phoneCode: async () => '12345', onError: (error) => { throw error; },
  });
  const answered = new Promise((resolve) => {
    client.addEventHandler((event) => resolve(event.message.message), new NewMessage({ incoming: true }));
  });
  const sent = await client.sendMessage('ben_example', { message: 'hello' });
  assert.equal(sent.id, 1);
  assert.equal(await Promise.race([answered, delay(10_000)]), 'typed: hello');
  assert.ok(calls.includes(`messages.sendMessage ${LAYER} handler`), calls.join('\n'));
  await client.destroy();
  console.log(`gramjs of layer ${LAYER}, answered by a handler of layer 230: all well`);
} catch (error) {
  console.error(error, calls);
  process.exitCode = 1;
} finally {
  child.stdin.end();
  clearTimeout(timer);
}
process.exit();
