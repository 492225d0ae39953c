// What a reader who hears the window is told: everything that happens elsewhere than where the keyboard is stands in the
// live region, which is there from the beginning; what goes wrong is an alert.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();

test('selection, filter, path, undo, redo and a written picture are said; a picture that cannot be written is an alert', async () => {
  const page = await open({ full: true });
  const live = page.locator('[aria-live="polite"]');
  assert.equal(await live.count(), 1, 'one place that speaks');
  const told = await live.elementHandle();
  const says = (pattern) => page.waitForFunction(([one, source]) => one.isConnected && new RegExp(source).test(one.textContent), [told, pattern.source]);
  const { keyboard } = page;

  await keyboard.press('Alt+2');
  const name = await page.evaluate(() => document.activeElement.getAttribute('aria-label').split(',')[0]);
  await keyboard.press('Enter');
  await says(new RegExp(`^Terpilih: ${name}`));

  await keyboard.press('F2');
  await page.locator('[data-field="name"]').fill('Nama lain');
  await keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await says(/^Diurungkan: .+/);
  await keyboard.press('Control+Shift+z');
  await says(/^Diulangi: .+/);

  await keyboard.press('n');
  await says(/semuanya \d+/);
  await keyboard.press('Escape');
  await says(/^Pilihan dilepas$/);

  await keyboard.press('h');
  await says(/^\d+ dari \d+ peristiwa$/);
  await keyboard.press('h');

  await keyboard.press('Alt+2');
  await keyboard.press('Enter');
  const other = await page.locator('[data-neighbours] [data-go]').first().getAttribute('data-go');
  await page.locator(`[data-node="${other}"]`).focus();
  await keyboard.press('Shift+Enter');
  await keyboard.press('p');
  await says(/^Jalur 1 dari \d+: .+/);

  await keyboard.press('Control+e');
  await page.locator('[data-confirm]:enabled').click();
  const alert = page.locator('[data-dialog="export"] [role="alert"][data-fault="unwritable"]');
  await alert.waitFor();
  assert.match(await alert.textContent(), /penuh.+tidak ditulis/);
  await keyboard.press('Escape');

  const roomy = await open();
  await roomy.keyboard.press('Control+e');
  await roomy.locator('[data-confirm]:enabled').click();
  await roomy.waitForFunction(() => /^Tersimpan/.test(document.querySelector('[aria-live="polite"]').textContent));
});
