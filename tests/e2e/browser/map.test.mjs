// The map: countries and events of the reading, offline, walked by keys, tied to the other panes by the one selection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AXE, pages } from './window.mjs';

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
