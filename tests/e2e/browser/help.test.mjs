// Help and keys lead to one another; the keys in the help are those that work.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './window.mjs';

let window_;
let tab;
let page;
before(async () => {
  window_ = await start();
  tab = await window_.open();
  page = tab.page;
});
after(async () => {
  await window_?.close();
  assert.deepEqual(tab.complaints, []);
});

const dialog = (name) => page.locator(`[data-dialog="${name}"]`);

test('the help is one key away, explains every mark and key, and gives the keyboard back', async () => {
  await page.keyboard.press('Alt+2');
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-node'));
  assert.ok(before);
  await page.keyboard.press('F1');
  await dialog('help').waitFor();
  for (const code of ['person', 'event', 'materialConflict', 'attributed', 'planned', 'negated', 'unsure'])
    assert.ok(await page.locator(`[data-mark="${code}"] svg path`).count(), code);
  assert.match(await page.locator('[data-mark="attributed"] dd').textContent(), /diduga/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('[data-help="edit"]').getAttribute('aria-current'), 'true');
  const keys = await page.locator('.page kbd').allTextContents();
  assert.ok(keys.includes('Ctrl Z') && keys.includes('F2'), keys.join());
  await page.locator('dialog [data-action="shortcuts"]').click();
  await dialog('shortcuts').waitFor();
  await page.locator('dialog [data-action="help"]').click();
  await dialog('help').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-node')), before, 'the keyboard is where it was');
});
