// axe on the screens of the window, in both themes and both languages; nothing cut off with longer words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCREENS } from './screens.mjs';
import { AXE, pages } from './window.mjs';

const open = pages();

// All four in the long run; else each theme and each language once.
const PAIRS = [['light', 'id'], ['dark', 'en'], ...(process.env.WARTAGRAF_LONG ? [['light', 'en'], ['dark', 'id']] : [])];
for (const [theme, language] of PAIRS)
    test(`axe finds nothing: ${theme}, ${language}`, async () => {
      const page = await open({ settings: { theme, language } });
      const { height } = await page.locator('[data-pane="graph"] .pane-bar').boundingBox();
      assert.ok(height <= 44, `views and filters stand in one row, not ${height} pixels`);
      await page.evaluate(AXE);
      const found = [];
      for (const [name, go] of Object.entries(SCREENS)) {
        await go(page);
        await page.waitForTimeout(60);
        const here = await page.evaluate(async () => {
          // Under a modal dialog the page is inert, and has been looked at.
          const { violations } = await globalThis.axe.run(document.querySelector('dialog[open]') ?? document, { resultTypes: ['violations'] });
          return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary ?? ''}`).join(' | ')}`);
        });
        found.push(...here.map((one) => `${name}: ${one}`));
      }
      assert.deepEqual(found, []);
    });

test('words 40% longer are cut off nowhere', async () => {
  for (const [width, height, language] of [[1280, 800, 'id'], [1920, 1080, 'en']]) {
    const page = await open({ width, height, longer: true, settings: { language } });
    assert.match(await page.locator('[data-pane="article"] h2').textContent(), /~$/, 'the words are the longer ones');
    const cut = [];
    for (const [name, go] of Object.entries(SCREENS)) {
      await go(page);
      await page.waitForTimeout(60);
      const here = await page.evaluate(() => {
        // Only the interface's own words: they end in "~". A row that ends in an ellipsis tells the whole in its tooltip.
        const found = [];
        for (const one of document.querySelectorAll('body *')) {
          const own = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.includes('~'));
          const box = one.getBoundingClientRect();
          if (!own || one.closest('.unseen, svg') || box.width === 0 || one.closest('[inert]')) continue;
          const look = getComputedStyle(one);
          const hides = look.overflowX !== 'visible' && look.overflowX !== 'auto';
          if (hides && one.scrollWidth > one.clientWidth + 1 && !one.closest('[title]') && one.closest('.row, .cmd, [data-item], .strip') === null) found.push(`cut: ${one.textContent.trim()}`);
          // A table that is wider than its pane is scrolled.
          if (one.closest('[role="grid"]')) continue;
          const frame = (one.closest('dialog .sheet, .panel, .menu, .pane, .bar') ?? document.body).getBoundingClientRect();
          if (box.right > frame.right + 1 || box.left < frame.left - 1) found.push(`beyond its frame: ${one.textContent.trim()}`);
          if (box.right > innerWidth + 1) found.push(`beyond the window: ${one.textContent.trim()}`);
        }
        return found;
      });
      cut.push(...here.map((one) => `${name}: ${one}`));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name);
    }
    assert.deepEqual([...new Set(cut)], []);
  }
});

test('the window works at 900 by 600 with its panes folded', async () => {
  const page = await open({ width: 900, height: 600 });
  assert.equal(await page.locator('.rail').count(), 2);
  const graph = await page.locator('[data-pane="graph"]').boundingBox();
  assert.ok(graph.width >= 450);
  await page.locator('[data-pane="inspector"] .rail').click();
  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  const spills = await page.evaluate(() => document.querySelector('.bar').scrollWidth > innerWidth);
  assert.equal(spills, false);
});
