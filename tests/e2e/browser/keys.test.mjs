// The whole job without a pointer: open, find, evidence, path, edit, undo, export; and the window at twice its size.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();

test('open, find, evidence, path, rename, undo and export by the keyboard alone', async () => {
  const page = await open();
  const { keyboard } = page;
  const dialog = (name) => page.locator(`[data-dialog="${name}"]`);
  const said = () => page.locator('[aria-live="polite"]').textContent();
  const focused = () => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
  const find = async (name) => {
    await keyboard.press('Control+k');
    await keyboard.type(name);
    await keyboard.press('Enter');
    await dialog('search').waitFor({ state: 'detached' });
  };

  await keyboard.press('Control+Shift+V');
  await dialog('paste').waitFor();
  await page.locator('[data-field="text"]').focus();
  await keyboard.insertText(`Judul kedua\n${'Menteri luar negeri bertemu duta besar di ibu kota. '.repeat(3)}`);
  await keyboard.press('Tab');
  for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-confirm'))); i += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await dialog('paste').waitFor({ state: 'detached' });
  assert.match(await said(), /Artikel terbaca/);

  const names = await page.locator('[data-pane="inspector"] [data-go]').allTextContents();
  await find(names[0].trim().replace(/\s+\d+$/, ''));
  assert.match(await said(), /^Terpilih: /);
  await keyboard.press('g');
  await page.locator('[data-pane="article"] [data-flash]').first().waitFor();

  await keyboard.press('Alt+2');
  assert.ok(await focused());
  await keyboard.press('n');
  await keyboard.press('Alt+2');
  const pair = await page.locator('[data-node][data-selected]').count();
  assert.ok(pair > 1, 'a neighbour was taken along');
  // Down to the one it stands on and its first neighbour.
  await keyboard.press('Escape');
  await keyboard.press('Alt+2');
  await keyboard.press('Enter');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await keyboard.press(key);
    const [here, entity] = await page.evaluate(() => [document.activeElement?.getAttribute('data-selected'), document.activeElement?.getAttribute('aria-label')]);
    if (here === null && !/^Peristiwa: /.test(entity ?? '')) break;
  }
  await keyboard.press('Shift+Enter');
  await keyboard.press('p');
  assert.match(await said(), /^(Jalur \d+ dari \d+: |Tidak ada jalur)/);

  await keyboard.press('Escape');
  await keyboard.press('Alt+2');
  await keyboard.press('Enter');
  await keyboard.press('F2');
  await dialog('rename').waitFor();
  await keyboard.press('Control+a');
  await keyboard.type('Nama dari papan tik');
  await keyboard.press('Enter');
  await dialog('rename').waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await page.waitForFunction(() => /Diurungkan/.test(document.querySelector('[aria-live="polite"]')?.textContent ?? ''));

  await keyboard.press('Control+e');
  await dialog('export').waitFor();
  for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement?.hasAttribute('data-confirm'))); i += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await dialog('export').waitFor({ state: 'detached' });
  assert.equal((await page.evaluate(() => window.asked)).some(({ what }) => what === 'picture'), true);
});

test('wherever Tab goes, it can be seen where it is', async () => {
  const page = await open();
  const unseen = [];
  const visited = new Set();
  for (let i = 0; i < 70; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const look = getComputedStyle(one);
      const ring = [...one.querySelectorAll('.focus')].some((path) => getComputedStyle(path).display !== 'none');
      const after = getComputedStyle(one, '::after');
      const bar = one.getAttribute('role') === 'separator' && after.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const seen = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2) || look.boxShadow.includes('inset') || ring || bar;
      return { key: `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 30)}`, seen };
    });
    if (at === null) break;
    visited.add(at.key);
    if (!at.seen) unseen.push(at.key);
  }
  assert.deepEqual(unseen, []);
  assert.ok(visited.size > 20);
});

test('every node and line that is visible is told with its name, kind and relations', async () => {
  const page = await open();
  const told = await page.locator('[data-node], [data-edge]').evaluateAll((all) => all.map((one) => [one.getAttribute('role'), one.getAttribute('aria-label') ?? '']));
  assert.ok(told.length > 100);
  assert.deepEqual(told.filter(([role, name]) => name.trim() === '' || !['button', 'img'].includes(role)), []);
  const [tied] = told.filter(([role, name]) => role === 'button' && /\d+ hubungan, dengan /.test(name));
  assert.ok(tied, 'an actor is told with those it is tied to');
});

test('at twice the size of type everything is still there', async () => {
  // 1280 by 800 at 200% is 640 by 400 in the page's own pixels.
  const page = await open({ width: 640, height: 400 });
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('button:not([data-node])')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
    }).map((one) => one.textContent.trim() || one.getAttribute('aria-label')));
  assert.deepEqual(beyond, []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  const graph = await page.locator('svg[role="application"]').boundingBox();
  assert.ok(graph.height >= 90, `${graph.height}`);
  await page.keyboard.press('Control+k');
  assert.ok(await page.locator('[data-field="query"]').isVisible());
});

test('in high contrast what is pressed and what has the keyboard has a line', async () => {
  const page = await open({ forced: 'active' });
  const outline = await page.locator('[data-language="id"]').evaluate((one) => getComputedStyle(one).outlineStyle);
  assert.equal(outline, 'solid');
  const ground = await page.locator('svg[role="application"]').evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.notEqual(ground, 'rgba(0, 0, 0, 0)', 'the figure keeps its own ground');
});

test('no motion is left where the reader wants none', async () => {
  const page = await open({ motion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((one) => {
      const look = getComputedStyle(one);
      return look.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) && look.transitionProperty !== 'none' && look.transitionProperty !== 'all';
    }).length);
  assert.equal(moving, 0);
});
