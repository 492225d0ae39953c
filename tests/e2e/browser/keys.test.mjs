// The whole job without a pointer: open, find, evidence, path, merge, undo, export; and the window at twice its size.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();

test('open, find, evidence, path, merge, undo and export by the keyboard alone', async () => {
  const { text, steps } = JSON.parse(await readFile(new URL('../../contract/edits-keys.json', import.meta.url), 'utf8'));
  const id = (name) => steps[0].snapshot.entities.find((entity) => entity.name === name).id;
  const page = await open();
  // Nothing is pressed with a pointer, and nothing is given the keyboard but by keys.
  await page.evaluate(() => addEventListener('pointerdown', () => (globalThis.pressed = true), true));
  const { keyboard } = page;
  const dialog = (name) => page.locator(`[data-dialog="${name}"]`);
  const said = () => page.locator('[aria-live="polite"]').textContent();
  const here = (attribute) => page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);
  const node = (name) => page.locator(`[data-node="${id(name)}"]`);
  const find = async (name) => {
    await keyboard.press('Control+k');
    await keyboard.type(name);
    await keyboard.press('Enter');
    await dialog('search').waitFor({ state: 'detached' });
  };
  const confirm = async () => {
    for (let i = 0; i < 40 && (await here('data-confirm')) === null; i += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
  };

  await keyboard.press('Control+Shift+V');
  await dialog('paste').waitFor();
  assert.equal(await here('data-field'), 'text', 'the dialog opens in its field');
  await keyboard.insertText(text);
  await confirm();
  await dialog('paste').waitFor({ state: 'detached' });
  assert.match(await said(), /Artikel terbaca/);

  await find('Rahmadani');
  assert.match(await said(), /^Terpilih: Rahmadani/);
  await keyboard.press('g');
  await page.locator('[data-pane="article"] [data-flash]').first().waitFor();

  // From one to the other by arrows, over the event between them; both stay selected.
  await keyboard.press('Alt+2');
  assert.equal(await here('data-node'), id('Rahmadani'));
  const ARROWS = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
  const walk = async () => {
    for (const one of ARROWS)
      for (const two of ARROWS) {
        await keyboard.press(one);
        await keyboard.press(two);
        if ((await here('data-node')) === id('Ratna Wulandari')) return;
        await find('Rahmadani');
        await keyboard.press('Alt+2');
      }
    assert.fail('no two arrows lead from the one to the other');
  };
  await walk();
  await keyboard.press('Shift+Enter');
  assert.equal(await page.locator('[data-node][data-selected]').count(), 2);
  await keyboard.press('p');
  assert.match(await said(), /^Jalur 1 dari \d+: /);
  await page.locator('[data-step]').first().waitFor();

  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await keyboard.press('m');
  await dialog('merge').waitFor();
  assert.equal(await page.locator('[data-side] q').count(), 2);
  await confirm();
  await dialog('merge').waitFor({ state: 'detached' });
  await node('Ramadani').waitFor({ state: 'detached' });
  await keyboard.press('Control+z');
  await node('Ramadani').waitFor();
  assert.match(await said(), /Diurungkan/);

  await keyboard.press('Control+e');
  await dialog('export').waitFor();
  await confirm();
  await dialog('export').waitFor({ state: 'detached' });
  const asked = await page.evaluate(() => globalThis.asked);
  assert.deepEqual(asked.map(({ what }) => what), ['picture'], 'a picture, and no command but the recorded one');
  assert.equal(await page.evaluate(() => globalThis.pressed), undefined);
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
