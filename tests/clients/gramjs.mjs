// GramJS against the mock: connect, log in, write, receive, obey a pause, come back with the old key.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

import { start } from './mock.mjs';

const require = createRequire(import.meta.url);
const { Api, TelegramClient } = require('telegram');
const { NewMessage } = require('telegram/events');
const { StringSession } = require('telegram/sessions');
const { ConnectionTCPAbridged } = require('telegram/network/connection/TCPAbridged');
const { _serverKeys } = require('telegram/crypto/RSA');
const bigInt = require('big-integer');

const PHONE = '+9996620001';
const timer = setTimeout(() => { console.error('gramjs: out of time'); process.exit(1); }, 90_000);
const mock = await start(...process.argv.slice(2));
_serverKeys.set(mock.fingerprint, { n: bigInt(mock.modulus, 16), e: mock.exponent });

// The client connects to port 80 whatever its session says.
class Redirected extends ConnectionTCPAbridged {
  constructor(fields) { super({ ...fields, ip: mock.host, port: mock.port }); }
}

function clientOf(session) {
  // A session cannot store a port of 32,768 or more; the connection has its own.
  session.setDC(2, mock.host, 80);
  const client = new TelegramClient(session, 1, '0', {
    connection: Redirected, deviceModel: "GramJS's device", langCode: 'nl', connectionRetries: 1, floodSleepThreshold: 10,
  });
  client.setLogLevel(process.env.GRAMJS_LOG ?? 'none');
  return client;
}

try {
  const session = new StringSession('');
  const client = clientOf(session);
  await client.connect();
  const config = await client.invoke(new Api.help.GetConfig());
  assert.equal(config.thisDc, 2);
  const seen = mock.calls().find((call) => call.client);
  assert.equal(seen.client.device_model, "GramJS's device");

  await client.start({ phoneNumber: PHONE, phoneCode: async () => '12345', onError: (error) => { throw error; } });
  assert.equal(String((await client.getMe()).id), '1001');
  const echoed = new Promise((resolve) => {
    client.addEventHandler((event) => resolve(event.message.message), new NewMessage({ incoming: true }));
  });
  await client.sendMessage('ben_example', { message: 'hello' });
  assert.equal(await Promise.race([echoed, delay(10_000)]), 'hello');
  const before = Date.now();
  await client.sendMessage('ben_example', { message: 'wait' });
  assert.ok(Date.now() - before >= 2000, 'the pause was not obeyed');
  const key = mock.calls('auth.signIn')[0].auth_key_id;
  const stored = session.save();
  await client.destroy();

  const again = clientOf(new StringSession(stored));
  await again.connect();
  assert.equal(String((await again.getMe()).id), '1001');
  assert.equal(mock.calls().at(-1).auth_key_id, key);
  await again.destroy();
  console.log('gramjs: all well');
} catch (error) {
  console.error(error);
  mock.calls().forEach((call) => console.error(call.method, call.layer, call.answered_by, call.error ?? ''));
  process.exitCode = 1;
} finally {
  mock.stop();
  clearTimeout(timer);
}
process.exit();
