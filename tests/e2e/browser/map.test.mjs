// The map: countries and events of the reading, offline, walked by keys, tied to the other panes by the one selection.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { AXE, pages, paste } from './window.mjs';

const open = pages();

test('a country is chosen by keys, an event by a press, and every pane follows; nothing is fetched', async () => {
  const page = await open();
  await page.keyboard.press('Alt+6');
  await page.locator('[data-country="UKR"]').waitFor();
  await page.locator('[data-country="UKR"]').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('[data-country="UKR"]').getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('ArrowLeft');
  const next = await page.evaluate(() => document.activeElement?.getAttribute('data-stop'));
  assert.ok(next && next !== 'country UKR');
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => (await globalThis.axe.run(document)).violations.map((one) => `${one.id} ${one.nodes[0].target}`));
  assert.deepEqual(found, []);
});

test('a place stands where it lies: chosen by a press and by keys, chosen elsewhere it is seen chosen here, and no name lies on another', async () => {
  const page = await open();
  await page.keyboard.press('Alt+6');
  const kyiv = page.locator('[data-place][aria-label^="Kyiv"]');
  await kyiv.waitFor();
  // It lies inside Ukraine, and north of the middle of it.
  const at = async (locator) => {
    const { y, height } = await locator.boundingBox();
    return y + height / 2;
  };
  assert.ok((await at(kyiv)) < (await at(page.locator('[data-country="UKR"]'))));
  await kyiv.click();
  assert.equal(await kyiv.getAttribute('aria-pressed'), 'true');
  assert.match(await page.locator('[data-pane="inspector"]').textContent(), /Kyiv/);
  // From the article's side.
  await page.locator('[data-pane="article"] [data-entity]', { hasText: 'Moskwa' }).first().click();
  assert.equal(await page.locator('[data-place][aria-label^="Moskwa"]').getAttribute('aria-pressed'), 'true');
  assert.equal(await kyiv.getAttribute('aria-pressed'), 'false');
  await kyiv.focus();
  await page.keyboard.press('Enter');
  assert.equal(await kyiv.getAttribute('aria-pressed'), 'true');
  for (let i = 0; i < 4; i++) {
    const meeting = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('[data-map] text.name')].map((one) => [one.textContent, one.getBoundingClientRect()]);
      return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3).map(([b]) => `${a} on ${b}`));
    });
    assert.deepEqual(meeting, []);
    assert.deepEqual(await crowded(page), [], 'no event lies on another, on a sign or on a name');
    await page.keyboard.press('+');
  }
});

/** In the page: which diamonds of the map lie on what. */
const crowded = (page) =>
  page.evaluate(() => {
    const box = (one) => one.getBoundingClientRect();
    const events = [...document.querySelectorAll('[data-map] [data-stop]:not([data-country]):not([data-place]) .words path:first-child')].map(box);
    const others = [...document.querySelectorAll('[data-map] .face, [data-map] text.name')].map(box);
    const meet = (p, q) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3;
    if (events.length < 10) return [`only ${events.length} events`];
    return events.flatMap((one, i) => [...events.slice(i + 1), ...others].filter((other) => meet(one, other)).map(() => i));
  });

test('another article comes into view by itself', async () => {
  const { text } = JSON.parse(await readFile(new URL('../../contract/edits-dated.json', import.meta.url), 'utf8'));
  const page = await open();
  await page.keyboard.press('Alt+6');
  await page.locator('[data-country="UKR"]').waitFor();
  await paste(page, text);
  const town = page.locator('[data-place][aria-label^="Bandung"]');
  await town.waitFor();
  const inside = async () => {
    const [pane, at] = [await page.locator('[data-map]').boundingBox(), await town.boundingBox()];
    return at.x > pane.x && at.x < pane.x + pane.width && at.y > pane.y && at.y < pane.y + pane.height;
  };
  assert.ok(await inside());
  // A date of the article brings up the days, and the map has less room.
  await page.keyboard.press('Control+i');
  await page.locator('[data-field="published"]').fill('2025-08-25');
  await page.locator('[data-confirm]').click();
  await page.locator('.field [data-dot]').first().waitFor();
  assert.ok(await inside());
});
