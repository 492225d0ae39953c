// One selection drives all panes: several at once, a loop, neighbours, all of a kind; finding words in the article.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();
let page;
beforeEach(async () => {
  page = await open();
});

const ranked = (i) => page.locator('[data-pane="inspector"] [data-go]').nth(i).getAttribute('data-go');
const node = (id) => page.locator(`[data-node="${id}"]`);
const chosen = () => page.locator('[data-node][data-selected]').count();
const said = () => page.locator('[aria-live="polite"]').textContent();
/** Opening is over: nothing in the page has changed for longer than a pane takes to find its size. */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let timer = setTimeout(done, 600);
        const over = () => (clearTimeout(timer), (timer = setTimeout(done, 600)));
        new MutationObserver(over).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
const title = () => page.locator('[data-pane="inspector"] [data-name]').textContent();

test('a second node is taken along with Ctrl and let go again, in every pane', async () => {
  const [a, b] = [await ranked(0), await ranked(1)];
  await node(a).click();
  await node(b).click({ modifiers: ['Control'] });
  assert.equal(await chosen(), 2);
  assert.match(await title(), /2 terpilih/);
  assert.match(await said(), /semuanya 2/);
  for (const id of [a, b]) assert.ok((await page.locator(`[data-pane="article"] .m.on[data-entity="${id}"]`).count()) > 0, 'its mentions are marked');
  await page.locator(`[data-drop="${a}"]`).click();
  assert.equal(await node(a).getAttribute('data-selected'), null);
  await page.keyboard.press('Alt+ArrowLeft');
  assert.equal(await chosen(), 2, 'Back brings the selection of two again');
  await node(a).click();
  assert.equal(await chosen(), 1, 'a plain click selects one');
});

test('Shift with a drag over empty ground loops around nodes', async () => {
  const box = await page.locator('svg[role="application"]').boundingBox();
  const spots = [[0.01, 0.01], [0.99, 0.01], [0.99, 0.6], [0.01, 0.6]].map(([x, y]) => [box.x + box.width * x, box.y + box.height * y]);
  const empty = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.getAttribute('role'), spots[0]);
  assert.equal(empty, 'application', 'the drag begins on empty ground');
  const place = await page.locator('svg[role="application"] > g').getAttribute('transform');
  await page.keyboard.down('Shift');
  await page.mouse.move(...spots[0]);
  await page.mouse.down();
  for (const spot of spots.slice(1)) await page.mouse.move(...spot, { steps: 4 });
  assert.equal(await page.locator('.loop').count(), 1);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const all = await page.locator('[data-node]').count();
  const some = await chosen();
  assert.ok(some > 2 && some < all);
  assert.equal(await page.locator('.loop').count(), 0);
  assert.equal(await page.locator('svg[role="application"] > g').getAttribute('transform'), place, 'the view stays');
  await page.keyboard.press('Escape');
  assert.equal(await chosen(), 0);
});

test('neighbours and all of a kind are one key away', async () => {
  const id = await ranked(1);
  await node(id).click();
  await page.keyboard.press('n');
  const near = await chosen();
  assert.ok(near > 1);
  await node(id).click();
  await page.keyboard.press('k');
  const kind = (await node(id).getAttribute('aria-label')).split(', ')[1];
  const alike = await page.locator('[data-node][data-selected]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label').split(', ')[1].split(' ')[0]));
  assert.ok(alike.length > 1);
  assert.deepEqual([...new Set(alike)], [kind.split(' ')[0]]);
  await page.keyboard.press('a');
  assert.ok((await chosen()) > alike.length);
});

test('several are deleted together, and each comes back by undo', async () => {
  const [a, b] = [await ranked(0), await ranked(1)];
  await node(a).click();
  await node(b).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Delete');
  await node(a).waitFor({ state: 'detached' });
  await node(b).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await node(a).waitFor();
  await node(b).waitFor();
});

test('words are found in the article, forth and back, and the field gives the keyboard back', async () => {
  await page.keyboard.press('Control+f');
  const field = page.locator('[data-field="find"]');
  assert.equal(await field.evaluate((one) => one === document.activeElement), true);
  const count = page.locator('[data-find-count]');
  await page.keyboard.type('PERDANA menteri');
  const all = Number((await count.textContent()).match(/1 dari (\d+)/)[1]);
  assert.equal(await page.locator('[data-hit="here"]').count() > 0, true);
  const here = () => page.locator('[data-hit="here"]').first().getAttribute('data-at');
  const first = await here();
  await page.keyboard.press('Enter');
  if (all > 1) assert.notEqual(await here(), first);
  await page.keyboard.press('Shift+Enter');
  assert.equal(await here(), first);
  await page.keyboard.press('F3');
  await page.keyboard.press('Shift+F3');
  assert.equal(await here(), first);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('tidakadakatainidiartikel');
  assert.equal(await count.textContent(), 'tidak ada');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-hit]').count(), 0);
  assert.equal(await field.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')), 'article');
});

test('a quote is copied with where it is from', async () => {
  const id = await ranked(0);
  await node(id).click();
  await page.keyboard.press('Control+Shift+c');
  const [{ value }] = await page.evaluate(() => window.asked);
  assert.match(value, /^“.+” \(.+\)$/);
  assert.match(await said(), /tersalin/);
});

test('selecting one of 300 does not spell out all the others again', async () => {
  const large = await open({ nodes: 300 });
  await settled(large);
  const counts = await large.evaluate(async () => {
    const counted = { dates: 0, plurals: 0 };
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { ...format, get() { counted.dates += 1; return format.get.call(this); } });
    const { select } = Intl.PluralRules.prototype;
    Intl.PluralRules.prototype.select = function (n) { counted.plurals += 1; return select.call(this, n); };
    const node = document.querySelector('[data-node="n7"]');
    node.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return { ...counted, selected: node.hasAttribute('data-selected') };
  });
  assert.ok(counts.selected);
  // The inspector counts and dates what it shows; the other names and days stand as they are.
  assert.ok(counts.dates < 60 && counts.plurals < 60, JSON.stringify(counts));
});
