// mtcute against the mock: connect, log in, write, receive, obey a pause, come back with the old key.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { BaseTelegramClient, MemoryStorage, TelegramClient } from '@mtcute/node';
import { addPublicKey } from '@mtcute/core/utils.js';
import { start } from './mock.mjs';

const PHONE = '+9996620001';
const timer = setTimeout(() => { console.error('mtcute: out of time'); process.exit(1); }, 90_000);
const mock = await start(...process.argv.slice(2));

function clientOf(storage) {
  const dc = { id: 2, ipAddress: mock.host, port: mock.port };
  return new BaseTelegramClient({
    apiId: 1, apiHash: '0', storage, defaultDcs: { main: dc, media: dc }, logLevel: Number(process.env.MTCUTE_LOG ?? 1),
    initConnectionOptions: { deviceModel: "mtcute's device", langCode: 'nl' },
  });
}

try {
  const storage = new MemoryStorage();
  const base = clientOf(storage);
  await base.prepare();
  addPublicKey(base.crypto, mock.pem);
  const client = new TelegramClient({ client: base });
  await client.connect();
  const config = await client.call({ _: 'help.getConfig' });
  assert.equal(config.thisDc, 2);
  const seen = mock.calls().find((call) => call.client);
  assert.equal(seen.client.device_model, "mtcute's device");
  assert.equal(seen.client.lang_code, 'nl');

  const code = await client.sendCode({ phone: PHONE });
  const me = await client.signIn({ phone: PHONE, phoneCodeHash: code.phoneCodeHash, phoneCode: '12345' });
  assert.equal(me.id, 1001);

  await client.startUpdatesLoop();
  const echoed = new Promise((resolve) => {
    client.onNewMessage.add((message) => { if (!message.isOutgoing) resolve([message.chat.id, message.text]); });
  });
  const sent = await client.sendText('ben_example', 'hello');
  assert.ok(sent.id > 0);
  assert.deepEqual(await Promise.race([echoed, delay(10_000)]), [1002, 'hello']);
  const before = Date.now();
  await client.sendText('ben_example', 'wait');
  assert.ok(Date.now() - before >= 2000, 'the pause was not obeyed');
  const session = await client.exportSession();
  const key = mock.calls('auth.signIn')[0].auth_key_id;
  await client.destroy();

  const again = new TelegramClient({ client: clientOf(new MemoryStorage()) });
  await again.importSession(session);
  assert.equal((await again.getMe()).id, 1001);
  assert.equal(mock.calls().at(-1).auth_key_id, key);
  await again.destroy();
  console.log('mtcute: all well');
} catch (error) {
  console.error(error);
  mock.calls().forEach((call) => console.error(call.method, call.layer, call.answered_by, call.error ?? ''));
  process.exitCode = 1;
} finally {
  mock.stop();
  clearTimeout(timer);
}
process.exit();
