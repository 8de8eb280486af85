// Runs `tl mock` for a test, and reads its record.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts a server with the preset for logging in and the script beside this file. */
export async function start(...more) {
  const folder = mkdtempSync(join(tmpdir(), 'mock-'));
  const record = join(folder, 'record.jsonl');
  const script = new URL('script.jsonl', import.meta.url).pathname;
  const words = ['mock', '--json', '--stop-after', '120', '--script', script, '--record', record, ...more];
  const child = spawn(process.env.TL, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const facts = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
  return {
    ...facts,
    calls: (method) => readFileSync(record, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
      .filter((call) => !method || call.method === method),
    stop: () => { child.kill(); rmSync(folder, { recursive: true, force: true }); },
  };
}
