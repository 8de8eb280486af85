// The box that decodes shows the tree that `tl explain` prints, on all vectors.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, open, shot } from './browser.mjs';

const { TL = 'target/debug/tl' } = process.env;
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const rows = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)).filter(({ hex }) => hex);

// The width of the offset and the bytes, which precede a line's path.
const MARGIN = 6 + 2 + 19 + 2;

// The lines of `tl explain` without their margin; what it unpacks besides is left out.
const explained = (hex, options) => {
  const input = Buffer.from(hex, 'hex');
  const out = execFileSync(TL, ['explain', ...options, '--from', 'raw', '-'], { input, maxBuffer: 1 << 28, encoding: 'utf8' });
  return out.trimEnd().split('\n').filter((line) => !line.startsWith('  |')).map((line) => line.slice(MARGIN));
};

const decoded = async (tab, hex) => {
  const { lines, fault } = await tab.evaluate(async (text) => {
    const { lines, fault } = await window.TL_DECODE(text);
    return { lines, fault: fault && `byte ${fault.at}: ${fault.message}` };
  }, hex);
  assert.equal(fault, null);
  return lines.map(({ path, ty, value }) => `${path}${ty ? `: ${ty}` : ''} = ${value}`);
};

const agree = async (site, all, options) => {
  const { tab, faults, close } = await open(browser, 'decode.html', { site });
  await tab.waitForFunction(() => window.TL_DECODE);
  const hex = all.map((row) => row.hex).join('');
  const got = await decoded(tab, hex);
  const want = explained(hex, options);
  for (const [at, line] of want.entries()) assert.equal(got[at], line);
  assert.equal(got.length, want.length);
  assert.deepEqual(faults, []);
  await close();
  return all.length;
};

// The vectors cover the API and MTProto; a few constructors are in no schema here.
const api = readFileSync('schema/telegram/api-229.tl', 'utf8');
const mtproto = readFileSync('schema/telegram/mtproto.tl', 'utf8') + readFileSync('schema/containers.tl', 'utf8');
const isOf = (schema) => ({ id }) => new RegExp(`#0*${id.replace(/^0+/, '')}\\b`).test(schema);

test('layer 229', async () => {
  const files = ['tests/layer229/vectors/telegram-229.jsonl', 'tests/layer229/vectors/hand.jsonl'];
  // A wrapper around a call of MTProto's needs both schemas.
  const isAlone = ({ value }) => !JSON.stringify(value).includes('"_":"ping');
  const all = files.flatMap(rows).filter(isOf(api)).filter(isAlone);
  assert.ok(await agree('layer229', all, ['--schema', 'schema/telegram/api-229.tl']) > 2400);
});

test('MTProto', async () => {
  const all = rows('tests/layer229/vectors/telegram-229.jsonl').filter(isOf(mtproto));
  assert.ok(await agree('telegram', all, []) > 40);
});

for (const schema of ['ton_api', 'lite_api', 'tonlib_api']) {
  test(schema, async () => {
    const all = rows(`tests/vectors/ton/${schema}.jsonl`);
    await agree(schema, all, ['--schema', `tests/vectors/ton/${schema}.tl`]);
  });
}

test('base64, blanks and faults', async () => {
  const { tab, close } = await open(browser, 'decode.html');
  const fill = async (text, want) => {
    await tab.fill('#bytes', text);
    await tab.waitForFunction((pattern) => new RegExp(pattern, 's').test(document.getElementById('decoded').textContent), want);
  };
  await fill('axj5xA==', 'help\\.getConfig');
  await fill('0d0d9bda e6000000\n6b18f9c4', 'invokeWithLayer.*layer int.*230.*query !X');
  await shot(tab, 'decoded');
  await fill('0d0d9bdae6', 'Byte 4: the bytes end here: 4 are expected, 1 are left');
  await fill('ffffffff', 'Byte 0: #ffffffff is in no schema');
  await fill('no bytes!', 'neither hex nor base64');
  await close();
});
