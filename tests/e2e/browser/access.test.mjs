// Every screen, once in each visit: axe finds nothing, and nothing is cut off though the words are longer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCREENS } from './screens.mjs';
import { AXE, pages } from './window.mjs';

const open = pages();

/**
 * Two at once, as a machine of today has two cores: each theme and each language, with words 40% longer; in the long run
 * every pair of them with its own words besides.
 */
const VISITS = {
  'words 40% longer': [
    { theme: 'light', language: 'id', longer: true },
    { theme: 'dark', language: 'en', longer: true, width: 1920, height: 1080 },
  ],
};
if (process.env.WARTAGRAF_LONG) for (const theme of ['light', 'dark']) VISITS[theme] = ['id', 'en'].map((language) => ({ theme, language }));

for (const [name, visits] of Object.entries(VISITS))
  test(`axe finds nothing and nothing is cut off: ${name}`, async () => {
    const found = await Promise.all(visits.map(visit));
    assert.deepEqual(found.flat(), []);
  });

/** What is wrong on the screens. */
async function visit({ theme, language, longer = false, width, height }) {
  const page = await open({ width, height, longer, settings: { theme, language } });
  if (longer) assert.match(await page.locator('[data-pane="article"] h2').textContent(), /~$/, 'the words are the longer ones');
  await page.evaluate(AXE);
  const found = new Set();
  for (const [name, go] of Object.entries(SCREENS)) {
    await go(page);
    await page.waitForTimeout(60);
    for (const one of [...(longer ? await page.evaluate(cutOff) : []), ...(await page.evaluate(violations))]) found.add(`${theme}, ${language}, ${name}: ${one}`);
  }
  return [...found];
}

/** In the page: what axe has to say. */
async function violations() {
  // Under a modal dialog the page is inert, and has been looked at.
  const { violations: all } = await globalThis.axe.run(document.querySelector('dialog[open]') ?? document, { resultTypes: ['violations'] });
  return all.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary ?? ''}`).join(' | ')}`);
}

/** In the page: the interface's own words that cannot be read whole, which end in "~". */
function cutOff() {
  const found = [];
  for (const one of document.querySelectorAll('body *')) {
    const own = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.includes('~'));
    const box = one.getBoundingClientRect();
    if (!own || one.closest('.unseen, svg') || box.width === 0 || one.closest('[inert]')) continue;
    const look = getComputedStyle(one);
    const hides = look.overflowX !== 'visible' && look.overflowX !== 'auto';
    // A row that ends in an ellipsis tells the whole in its tooltip.
    if (hides && one.scrollWidth > one.clientWidth + 1 && !one.closest('[title]') && one.closest('.row, .cmd, [data-item], .strip') === null) found.push(`cut: ${one.textContent.trim()}`);
    // A table that is wider than its pane is scrolled.
    if (one.closest('[role="grid"]')) continue;
    const frame = (one.closest('dialog .sheet, .panel, .menu, .pane, .bar') ?? document.body).getBoundingClientRect();
    if (box.right > frame.right + 1 || box.left < frame.left - 1) found.push(`beyond its frame: ${one.textContent.trim()}`);
    if (box.right > innerWidth + 1) found.push(`beyond the window: ${one.textContent.trim()}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window');
  return found;
}

test('views and filters stand in one row in both languages, also while they filter, and the figure keeps its place', async () => {
  const look = async (language) => {
    const page = await open({ settings: { language } });
    const bar = page.locator('[data-pane="graph"] .pane-bar');
    const figure = () => page.locator('svg[role="application"]').boundingBox();
    const { height } = await bar.boundingBox();
    assert.ok(height <= 44, `${language}: not ${height} pixels`);
    const before = await figure();
    for (const chip of [0, 1, 2]) {
      await page.locator('.chip').nth(chip).click();
      await page.locator('[data-filter]').last().click();
      await page.keyboard.press('Escape');
    }
    await page.locator('.chip').nth(3).click();
    await page.locator('[data-field="from"]').fill('2025-08-20');
    await page.locator('[data-field="from"]').press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('[data-filter-count]').waitFor();
    assert.equal((await bar.boundingBox()).height, height, language);
    assert.deepEqual(await figure(), before, language);
    const beyond = await bar.evaluate((one) => [...one.querySelectorAll('button')].filter((button) => button.getBoundingClientRect().right > one.getBoundingClientRect().right).map((button) => button.textContent));
    assert.deepEqual(beyond, [], language);
  };
  await Promise.all(['id', 'en'].map(look));
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
