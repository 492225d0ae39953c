// How many presses of the pointer the main jobs take, counted by the page itself: an article of one's own 2, evidence 1,
// the path between two 3, a picture 3 (2 here; the third is the file dialog's).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();

test('the main jobs take no more presses than promised', async () => {
  const page = await open();
  await page.evaluate(() => {
    globalThis.presses = 0;
    addEventListener('pointerdown', (event) => (globalThis.presses += event.isTrusted ? 1 : 0), true);
  });
  /** Does a job and holds its presses to the promise. */
  const within = async (name, most, job) => {
    await page.evaluate(() => (globalThis.presses = 0));
    await job();
    const presses = await page.evaluate(() => globalThis.presses);
    assert.ok(presses > 0 && presses <= most, `${name}: ${presses} presses`);
  };
  const article = page.locator('[data-pane="article"]');
  const { text } = JSON.parse(await readFile(new URL('../../contract/own-id.json', import.meta.url), 'utf8')).article;

  await within('an article of one’s own', 2, async () => {
    await page.locator('[data-action="paste"]').first().click();
    // The keyboard stands in the field already: Ctrl+V would do.
    await page.keyboard.insertText(text);
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.ok((await article.textContent()).includes(text.split('\n')[0].trim()));
  });
  const [first, second] = await page.locator('[data-pane="inspector"] [data-go]').evaluateAll((rows) => rows.map((row) => row.dataset.go));
  await within('evidence', 1, async () => {
    await page.locator(`[data-node="${first}"]`).click();
    await article.locator('[data-flash]').first().waitFor();
    assert.ok((await page.locator('[data-pane="inspector"] [data-quote]').count()) > 0);
  });
  await page.keyboard.press('Escape');
  await within('the path between two', 3, async () => {
    await page.locator(`[data-node="${first}"]`).click();
    await page.locator(`[data-node="${second}"]`).click({ modifiers: ['Shift'] });
    await page.locator('[data-pane="inspector"] [data-action="way"]').click();
    await page.locator('[data-step]').first().waitFor();
  });
  await page.keyboard.press('Escape');
  await within('a picture', 2, async () => {
    await page.locator('[data-action="export"]').click();
    await page.locator('[data-confirm]').click();
    await page.waitForFunction(() => globalThis.asked.some(({ what }) => what === 'picture'));
  });
});
