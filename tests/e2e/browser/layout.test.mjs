// Other layouts: by menu, key and palette; undone to the pixel; on the way there unless motion is to be reduced; stopped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AXE, pages } from './window.mjs';

const open = pages();

const places = (page) =>
  page.$$eval('[data-node]', (all) => all.map((one) => `${one.dataset.node} ${one.getAttribute('transform')}`).sort());
const undone = (page) => page.locator('[data-action="undo"]').first();
const menu = (page) => page.getByRole('button', { name: /Tata letak/ });

test('a layout is chosen in the menu, marked there, told in the history and undone to the pixel', async () => {
  const page = await open();
  const before = await places(page);
  await menu(page).click();
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(found.violations.map((one) => one.id), []);
  await page.locator('[data-layout="layered"]').click();
  await page.waitForFunction((old) => [...document.querySelectorAll('[data-node]')].some((one) => !old.includes(`${one.dataset.node} ${one.getAttribute('transform')}`)), before);
  const after = await places(page);
  assert.notDeepEqual(after, before);
  await menu(page).click();
  assert.equal(await page.locator('[data-layout="layered"]').getAttribute('aria-checked'), 'true');
  await page.keyboard.press('Escape');
  await undone(page).click();
  await page.waitForFunction((old) => [...document.querySelectorAll('[data-node]')].every((one) => old.includes(`${one.dataset.node} ${one.getAttribute('transform')}`)), before);
  assert.deepEqual(await places(page), before);
  await page.keyboard.press('Control+Shift+z');
  await page.waitForFunction((old) => [...document.querySelectorAll('[data-node]')].every((one) => old.includes(`${one.dataset.node} ${one.getAttribute('transform')}`)), after);
});

test('every layout has a key, and a radial one is asked for about the node that is selected', async () => {
  const page = await open();
  const first = await page.locator('[data-node]').first().getAttribute('data-node');
  for (const [key, layout] of ['stress', 'layered', 'radial', 'circular', 'kind', 'timeline'].map((one, at) => [at + 1, one])) {
    await page.keyboard.press(`Control+${key}`);
    await menu(page).click();
    await page.locator(`[data-layout="${layout}"][aria-checked="true"]`).waitFor();
    await page.keyboard.press('Escape');
  }
  const asked = () => page.evaluate(() => window.asked.filter((one) => one.what === 'layout').map(({ value }) => [value.layout, value.focus]));
  assert.deepEqual((await asked()).filter(([, focus]) => focus !== null), []);
  await page.locator(`[data-node="${first}"]`).click();
  await page.keyboard.press('Control+3');
  assert.deepEqual((await asked()).at(-1), ['radial', first]);
  await page.keyboard.press('Control+4');
  assert.deepEqual((await asked()).at(-1), ['circular', null]);
  await page.keyboard.press('?');
  await page.locator('[data-dialog="shortcuts"]').getByText('Tata letak: menurut jenis').waitFor();
});

test('grounds by country come and go by menu and key, with names, and nothing moves', async () => {
  const page = await open();
  const before = await places(page);
  assert.equal(await page.locator('[data-halo]').count(), 0);
  await menu(page).click();
  await page.locator('[data-halos][aria-checked="false"]').click();
  await page.locator('[data-halo]').first().waitFor({ state: 'attached' });
  const found = await page.evaluate(() => {
    const box = (one) => { const { left, top, right, bottom } = one.getBoundingClientRect(); return { left, top, right, bottom }; };
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const names = [...document.querySelectorAll('[data-halo-name] text')].map(box);
    const labels = [...document.querySelectorAll('[data-label-of] text')].map(box);
    const order = document.querySelector('[data-halo]').compareDocumentPosition(document.querySelector('[data-node]'));
    return { names: names.length, met: names.filter((name) => labels.some((label) => meet(name, label))).length, under: (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 };
  });
  assert.ok(found.names > 1 && found.under);
  assert.equal(found.met, 0);
  assert.deepEqual(await places(page), before);
  await menu(page).click();
  await page.locator('[data-halos][aria-checked="true"]').waitFor();
  await page.keyboard.press('Escape');
  // A picture has them as the window has.
  await page.keyboard.press('Control+e');
  const wanted = page.locator('[data-field="halos"]');
  await wanted.waitFor();
  assert.ok(await wanted.isChecked());
  const last = () => page.evaluate(() => window.asked.filter((one) => one.what === 'picture').at(-1)?.value.halos);
  await page.locator('[data-confirm]:enabled').click();
  await page.waitForFunction(() => window.asked.some((one) => one.what === 'picture'));
  assert.equal(await last(), true);
  await wanted.waitFor({ state: 'detached' });
  await page.locator('[data-node]').first().focus();
  await page.keyboard.press('c');
  await page.waitForFunction(() => document.querySelectorAll('[data-halo]').length === 0);
  assert.equal(await page.locator('[data-halo-name]').count(), 0);
});

test('the palette knows the layouts', async () => {
  const page = await open({ locale: 'en-GB' });
  const before = await places(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('layout: circle');
  await page.keyboard.press('Enter');
  await page.waitForFunction((old) => [...document.querySelectorAll('[data-node]')].some((one) => !old.includes(`${one.dataset.node} ${one.getAttribute('transform')}`)), before);
});

test('the nodes are on their way for a moment, and not at all where motion is to be reduced', async () => {
  const stops = async (motion) => {
    const page = await open({ motion });
    await page.evaluate(() => {
      const one = document.querySelector('[data-node]');
      window.seen = new Set([one.getAttribute('transform')]);
      new MutationObserver(() => window.seen.add(one.getAttribute('transform'))).observe(one, { attributes: true, attributeFilter: ['transform'] });
    });
    await page.keyboard.press('Control+4');
    await page.waitForFunction(() => window.seen.size > 1);
    // Long enough for every passage to have ended: the last stop does not change any more.
    let [last, now] = ['', await page.evaluate(() => [...window.seen].at(-1))];
    while (last !== now) {
      await page.waitForTimeout(400);
      [last, now] = [now, await page.evaluate(() => [...window.seen].at(-1))];
    }
    return page.evaluate(() => window.seen.size);
  };
  assert.equal(await stops('reduce'), 2, 'where it stood and where it stands');
  assert.ok((await stops('no-preference')) > 2, 'between both it was on its way');
});

test('a layout that takes long says so, and Escape leaves everything as it was', async () => {
  const page = await open({ slow: true });
  const before = await places(page);
  await page.keyboard.press('Control+2');
  await page.locator('[data-stop]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-fault="stopped"]').waitFor();
  assert.deepEqual(await places(page), before);
  // The window goes on.
  await page.keyboard.press('l');
  await page.locator('[data-fault]').waitFor({ state: 'detached' });
});
