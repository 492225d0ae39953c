// The days: events with and without a date, the brush that filters, playing, the article's date.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { pages, paste } from './window.mjs';

const open = pages();

test('a brush moved by keys filters the graph by days, and Back takes it away', async () => {
  const page = await open({ nodes: 300 });
  const before = await page.locator('[data-dot]').count();
  await page.locator('[data-brush="from"]').focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.locator('[data-filter-count]').waitFor();
  assert.equal(await page.locator('[data-dot]').count(), before);
  assert.ok((await page.locator('.dot.pale').count()) > 0);
  const day = await page.locator('[data-brush="from"]').getAttribute('aria-valuetext');
  assert.match(day, /\d{4}$/);
  for (let i = 0; i < 8; i++) await page.keyboard.press('Alt+ArrowLeft');
  assert.equal(await page.locator('[data-filter-count]').count(), 0);
});

test('the days are zoomed by buttons and by the wheel, and shown whole again', async () => {
  const page = await open({ nodes: 300 });
  const shown = () => page.locator('.field [data-dot]').count();
  const button = (which) => page.locator(`[data-time-zoom="${which}"]`);
  const all = await shown();
  assert.ok(await button('all').isDisabled());
  for (let i = 0; i < 3; i += 1) await button('in').click();
  assert.ok((await shown()) < all);
  await button('out').click();
  await button('all').click();
  assert.equal(await shown(), all);
  await page.locator('.field svg').hover();
  await page.mouse.wheel(0, -300);
  await page.mouse.wheel(0, -300);
  await page.locator('[data-time-zoom="all"]:enabled').waitFor();
});

test('dots are walked by arrows and select for every pane; playing shows day after day', async () => {
  const page = await open({ nodes: 300 });
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('ArrowRight');
  const id = await page.evaluate(() => document.activeElement?.getAttribute('data-dot'));
  assert.ok(id);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(`[data-dot="${id}"]`).getAttribute('aria-selected'), 'true');
  await page.locator('[data-pane="inspector"] [data-name]').waitFor();
  await page.locator('[data-play]').click();
  await page.locator('[data-filter-count]').waitFor();
  const first = await page.locator('[data-filter-count]').innerText();
  await page.waitForFunction((old) => document.querySelector('[data-filter-count]')?.textContent?.trim() !== old, first.trim());
  await page.locator('[data-play]').click();
});

test('without any date the days are one line; relative ones are told as said, and come to their day with the article’s date', async () => {
  const page = await open();
  const time = page.locator('[data-pane="timeline"]');
  assert.ok((await time.boundingBox()).height <= 32, 'the graph has the room');
  assert.equal(await time.locator('.lane').count(), 0);
  await page.locator('[data-fold-time]').click();
  assert.ok((await page.locator('.lane [data-dot]').count()) > 0);
  // What is opened stays open when the core answers anew.
  await page.locator('[data-language="en"]').click();
  await page.getByText('Ukraine', { exact: true }).first().waitFor();
  assert.ok((await page.locator('.lane [data-dot]').count()) > 0);
  await page.locator('[data-language="id"]').click();
  await page.getByText('Ukraina', { exact: true }).first().waitFor();
  await page.locator('[data-fold-time]').click();
  assert.ok((await time.boundingBox()).height <= 32);

  const { text } = JSON.parse(await readFile(new URL('../../contract/edits-dated.json', import.meta.url), 'utf8'));
  await paste(page, text);
  await page.keyboard.press('Alt+7');
  const told = () => page.locator('[data-dot]').evaluateAll((all) => all.map((dot) => dot.getAttribute('aria-label')).filter((name) => name.includes('“')));
  await page.locator('.lane [data-dot]').first().waitFor();
  const before = await told();
  assert.equal(before.length, 2);
  assert.ok(before.some((name) => name.endsWith('“kemarin”')), before.join());
  assert.equal(await page.locator('.field [data-dot]').count(), 0);

  await page.locator('[data-set-date]').click();
  await page.locator('[data-field="published"]').fill('2025-08-25');
  await page.locator('[data-confirm]').click();
  await page.locator('.field [data-dot]').first().waitFor();
  const after = await told();
  assert.ok(after.some((name) => name.endsWith('“kemarin” (24 Agustus 2025)')), after.join());
  assert.ok(after.some((name) => /Kamis” \(21 Agustus 2025\)$/.test(name)), after.join());
  assert.ok((await time.boundingBox()).height > 100);
});
