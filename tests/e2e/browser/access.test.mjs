// axe on the screens of the window, in both themes and both languages; nothing cut off with longer words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AXE, start } from './window.mjs';

let window_;
before(async () => {
  window_ = await start();
});
after(() => window_?.close());

const SCREENS = {
  main: async () => undefined,
  entity: async (page) => page.locator('[data-pane="inspector"] [data-go]').first().click(),
  event: async (page) => {
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  export: async (page) => page.keyboard.press('Control+e'),
  paste: async (page) => page.locator('[data-action="paste"]').first().click(),
  date: async (page) => page.keyboard.press('Control+i'),
  palette: async (page) => page.keyboard.press('Control+k'),
  shortcuts: async (page) => page.keyboard.press('F1'),
  filter: async (page) => page.locator('.chip').nth(1).click(),
  fault: async (page) =>
    page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'https://example.org');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }),
};

for (const theme of ['light', 'dark'])
  for (const language of ['id', 'en'])
    test(`axe finds nothing: ${theme}, ${language}`, async () => {
      for (const [name, go] of Object.entries(SCREENS)) {
        const tab = await window_.open({ settings: { theme, language } });
        await go(tab.page);
        await tab.page.waitForTimeout(60);
        await tab.page.evaluate(AXE);
        const found = await tab.page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
          return violations.map((one) => `${one.id}: ${one.help} ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary ?? ''}`).join(' | ')}`);
        });
        assert.deepEqual(found, [], `${name}, ${theme}, ${language}`);
        assert.deepEqual(tab.complaints, [], name);
        await tab.close();
      }
    });

test('words 40% longer are not cut off in controls', async () => {
  for (const width of [1280, 1920]) {
    const tab = await window_.open({ width, height: width === 1280 ? 800 : 1080 });
    await tab.page.locator('[data-pane="inspector"] [data-go]').first().click();
    const cut = await tab.page.evaluate(() => {
      const longer = (text) => text + 'n'.repeat(Math.ceil(text.trim().length * 0.4));
      const places = document.querySelectorAll('.pane-bar h2, .acts .btn span, .sec > h3, dt, .chip, .src p span');
      for (const place of places)
        for (const child of place.childNodes) if (child.nodeType === 3 && child.data.trim() !== '') child.data = longer(child.data);
      return [...places].filter((place) => place.scrollWidth > place.clientWidth + 1 && getComputedStyle(place).overflow !== 'visible').map((place) => place.textContent);
    });
    assert.deepEqual(cut, []);
    const spills = await tab.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(spills, false);
    await tab.close();
  }
});

test('the window works at 900 by 600 with its panes folded', async () => {
  const tab = await window_.open({ width: 900, height: 600 });
  const { page } = tab;
  assert.equal(await page.locator('.rail').count(), 2);
  const graph = await page.locator('[data-pane="graph"]').boundingBox();
  assert.ok(graph.width >= 450);
  await page.locator('[data-pane="inspector"] .rail').click();
  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  const spills = await page.evaluate(() => document.querySelector('.bar').scrollWidth > innerWidth);
  assert.equal(spills, false);
  assert.deepEqual(tab.complaints, []);
  await tab.close();
});
