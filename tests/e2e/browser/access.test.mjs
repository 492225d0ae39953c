// axe on the screens of the window, in both themes and both languages; nothing cut off with longer words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AXE, start } from './window.mjs';

let window_;
before(async () => {
  window_ = await start();
});
after(() => window_?.close());

/** One after the other on one page: each goes from where the one before has left off. */
const SCREENS = {
  main: async () => undefined,
  filter: async (page) => page.locator('.chip').nth(1).click(),
  entity: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  event: async (page) => page.locator('[data-pane="inspector"] [data-go]').first().click(),
  rename: async (page) => page.keyboard.press('F2'),
  export: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+e');
  },
  paste: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-action="paste"]').first().click();
  },
  date: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+i');
  },
  palette: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
  },
  shortcuts: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
  },
  fault: async (page) => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'https://example.org');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await page.locator('[data-fault]').waitFor();
  },
};

for (const theme of ['light', 'dark'])
  for (const language of ['id', 'en'])
    test(`axe finds nothing: ${theme}, ${language}`, async () => {
      const tab = await window_.open({ settings: { theme, language } });
      await tab.page.evaluate(AXE);
      const found = [];
      for (const [name, go] of Object.entries(SCREENS)) {
        await go(tab.page);
        await tab.page.waitForTimeout(60);
        const here = await tab.page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
          return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary ?? ''}`).join(' | ')}`);
        });
        found.push(...here.map((one) => `${name}: ${one}`));
      }
      await tab.close();
      assert.deepEqual([...found, ...tab.complaints], []);
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
