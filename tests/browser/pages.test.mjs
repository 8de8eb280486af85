// Pages of each kind: on a phone, in the dark, without JavaScript, and by the rules of accessibility.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { KINDS, launch, open, shot } from './browser.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [kind, page] of Object.entries(KINDS)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${kind}, ${colorScheme}: axe finds nothing`, async () => {
      const { tab, faults, close } = await open(browser, page, { colorScheme });
      await tab.waitForLoadState();
      if (kind === 'decode') await tab.waitForSelector('#decoded tbody tr');
      await tab.addScriptTag({ path: AXE });
      const { violations } = await tab.evaluate(() => window.axe.run());
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
      assert.deepEqual(said, []);
      assert.deepEqual(faults, []);
      await shot(tab, `${kind}-${colorScheme}`, true);
      await close();
    });
  }

  test(`${kind}: fits a phone`, async () => {
    const { tab, close } = await open(browser, page, { viewport: { width: 375, height: 800 } });
    const width = await tab.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 375, `the page is ${width} px wide`);
    await shot(tab, `${kind}-phone`, true);
    await close();
  });

  test(`${kind}: is readable without JavaScript`, async () => {
    const { tab, close } = await open(browser, page, { javaScriptEnabled: false });
    assert.ok((await tab.textContent('h1')).trim());
    assert.equal(await tab.isVisible('#q'), false, 'a search that cannot work is hidden');
    assert.ok(await tab.isVisible('.places a'));
    assert.ok((await tab.innerText('main')).length > 80);
    await shot(tab, `${kind}-no-script`, true);
    await close();
  });
}

test('the dark is dark, the switch turns it, and the choice is kept', async () => {
  const { tab, close } = await open(browser, 'index.html', { colorScheme: 'dark' });
  const light = () => tab.evaluate(() => {
    const [red] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
    return red > 128;
  });
  assert.equal(await light(), false);
  await tab.click('.theme');
  assert.equal(await light(), true);
  await tab.click('a[href="methods.html"]');
  assert.equal(await light(), true);
  await close();
});

test('a page prints without its bar', async () => {
  const { tab, close } = await open(browser, KINDS.wrapper);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await tab.isVisible('.top'), false);
  assert.ok(await tab.isVisible('h1'));
  await shot(tab, 'print', true);
  await close();
});
