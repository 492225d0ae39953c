// axe on the screens of the window, in both themes and both languages; nothing cut off with longer words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AXE, pages } from './window.mjs';

const open = pages();

/** One after the other on one page: each goes from where the one before has left off. */
const SCREENS = {
  main: async () => undefined,
  filter: async (page) => page.locator('.chip').nth(1).click(),
  dates: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('.chip').nth(3).click();
  },
  more: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('.chip').nth(4).click();
  },
  together: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
  },
  lines: async (page) => {
    await page.keyboard.press('b');
    await page.keyboard.press('y');
  },
  entity: async (page) => {
    await page.keyboard.press('y');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  menu: async (page) => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Shift+F10');
  },
  focus: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
  },
  way: async (page) => {
    await page.keyboard.press('Shift+O');
    const id = await page.locator('[data-neighbours] [data-go]').first().getAttribute('data-go');
    await page.locator(`[data-node="${id}"]`).focus();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('p');
    await page.locator('[data-step]').first().waitFor();
  },
  event: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
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
    await page.keyboard.press('?');
  },
  help: async (page) => page.locator('dialog [data-action="help"]').click(),
  helpOfKeys: async (page) => page.locator('[data-help="keys"]').click(),
  about: async (page) => page.locator('dialog [data-action="about"]').click(),
  gallery: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
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
