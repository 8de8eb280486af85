// The browser, and the sites that `run` has made.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const { CHROMIUM = '/usr/bin/chromium', SITES = 'target/browser' } = process.env;
const SHOTS = join(SITES, 'screenshots');
mkdirSync(SHOTS, { recursive: true });

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

export const url = (page, site = 'telegram') => {
  const [path, query = ''] = page.split(/(?=[?#])/);
  return pathToFileURL(join(SITES, site, path)).href + query;
};

// Opens a page; a script that fails, or a request to a network, fails the test.
export const open = async (browser, page, { site, ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', (error) => faults.push(String(error)));
  tab.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`requests ${request.url()}`);
  });
  await tab.goto(url(page, site));
  return { tab, faults, close: () => context.close() };
};

export const shot = (tab, name, fullPage = false) =>
  tab.screenshot({ path: join(SHOTS, `${name}.png`), fullPage });

// A page of each kind.
export const KINDS = {
  home: 'index.html',
  wrapper: 'method/initConnection.html',
  method: 'method/messages.sendMessage.html',
  constructor: 'constructor/inputPeerUser.html',
  type: 'type/InputPeer.html',
  predefined: 'type/Vector.html',
  error: 'error/PEER_ID_INVALID.html',
  errors: 'errors.html',
  namespace: 'namespace/messages.html',
  names: 'methods.html',
  ids: 'id/c.html',
  layer: 'layers.html',
  decode: 'decode.html?bytes=6b18f9c4',
};
