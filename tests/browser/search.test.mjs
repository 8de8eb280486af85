// Search by the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, shot } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Each has the typed text, the keys after it, and the page that opens.
const SEARCHES = [
  ['initConnection', ['Enter'], 'method/initConnection'],
  ['initconn', ['Enter'], 'method/initConnection'],
  ['sendMessage', ['Enter'], 'method/messages.sendMessage'],
  ['sendMessage', ['ArrowDown', 'ArrowUp', 'Enter'], 'method/messages.sendMessage'],
  ['sendMessage', ['ArrowDown', 'Enter'], 'method/ephemeral.sendMessage'],
  ['#c1cd5ea9', ['Enter'], 'method/initConnection'],
  ['c1cd5ea9', ['Enter'], 'method/initConnection'],
  ['0xC1CD5EA9', ['Enter'], 'method/initConnection'],
  ['a95ecdc1', ['Enter'], 'method/initConnection'],
  ['a9 5e cd c1', ['Enter'], 'method/initConnection'],
  ['#c1cd5', ['Enter'], 'method/initConnection'],
  ['PEER_ID_INVALID', ['Enter'], 'error/PEER_ID_INVALID'],
  ['FLOOD_WAIT_17', ['Enter'], 'error/FLOOD_WAIT_X'],
  ['InputPeer', ['Enter'], 'type/InputPeer'],
  ['get dialogs', ['Enter'], 'method/messages.getDialogs'],
  ['req_pq_multi', ['Enter'], 'mtproto/method/req_pq_multi'],
];

for (const [text, keys, want] of SEARCHES) {
  test(`"${text}", ${keys.join(', ')}: ${want}`, async () => {
    const { tab, faults, close } = await open(browser, 'type/User.html');
    await tab.keyboard.press('/');
    await tab.keyboard.type(text);
    await tab.waitForSelector('#hits [aria-selected="true"]');
    for (const key of keys) await tab.keyboard.press(key);
    await tab.waitForURL(`**/${want}.html`);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a deep link shows its results', async () => {
  const { tab, close } = await open(browser, 'index.html?q=sendMessage');
  await tab.waitForSelector('#hits [aria-selected="true"]');
  assert.match(await tab.textContent('#hits [aria-selected="true"]'), /^messages\.sendMessage/);
  await shot(tab, 'search');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/method/messages.sendMessage.html');
  await close();
});

test('what nothing is called gets an answer, and Escape closes', async () => {
  const { tab, close } = await open(browser, 'index.html');
  await tab.keyboard.press('/');
  await tab.keyboard.type('zzzzqq');
  await tab.waitForSelector('#hits li');
  assert.equal(await tab.textContent('#hits'), 'Nothing has this name.');
  await tab.keyboard.press('Escape');
  assert.equal(await tab.isVisible('#hits'), false);
  await close();
});

test('captured bytes lead to the box that decodes', async () => {
  const { tab, close } = await open(browser, 'index.html');
  await tab.keyboard.press('/');
  await tab.keyboard.type('0d0d9bdae60000006b18f9c4');
  await tab.waitForSelector('#hits [aria-selected="true"]');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/decode.html?bytes=*');
  await tab.waitForSelector('#decoded tbody tr');
  assert.match(await tab.textContent('#decoded'), /invokeWithLayer.*230.*help\.getConfig/s);
  await close();
});
