// Finding and asking, on the sample and on a graph of 300: sentences and commands by name, every filter, what is near,
// the way between two and what they share, events as lines, those named together, the overview, the legend, the menu.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './window.mjs';

const open = pages();

/** Each of these must hold on an article as it is and on a large graph. */
const GRAPHS = { sample: {}, '300 nodes': { nodes: 300 } };

function onBoth(name, body) {
  for (const [graph, options] of Object.entries(GRAPHS))
    test(`${name} (${graph})`, async () => body(await open(options)));
}

const ranked = (page, i) => page.locator('[data-pane="inspector"] [data-go]').nth(i).getAttribute('data-go');
const node = (page, id) => page.locator(`[data-node="${id}"]`);
const nodes = (page) => page.locator('[data-node]').count();
const said = (page) => page.locator('[aria-live="polite"]').textContent();
const places = (page) => page.locator('[data-node]').evaluateAll((all) => Object.fromEntries(all.map((one) => [one.dataset.node, one.getAttribute('transform')])));
/** Nobody who is still there has moved. */
async function stoodStill(page, before) {
  for (const [id, place] of Object.entries(await places(page))) assert.equal(place, before[id]);
}

onBoth('the palette finds a sentence and shows it, and a command by its name in the other language', async (page) => {
  const words = await page.evaluate(() => document.querySelector('[data-pane="article"] [role="region"] p').textContent.trim().split(/\s+/).slice(0, 3).join(' '));
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  // The second sentence: the first is the headline.
  const row = page.locator('[role="option"][data-found="1"]');
  await row.waitFor();
  await row.click();
  await page.locator('[data-pane="article"] [data-flash]').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Keyboard shortcuts');
  await page.keyboard.press('Enter');
  await page.locator('[data-dialog="shortcuts"]').waitFor();
});

onBoth('every filter takes away and gives back, and nothing moves', async (page) => {
  const before = await places(page);
  const all = Object.keys(before).length;
  const restored = async () => {
    await page.keyboard.press('Escape');
    await page.locator('[data-action="clearFilters"]').click();
    assert.equal(await nodes(page), all);
  };
  for (const chip of [0, 1, 2]) {
    await page.locator('.chip').nth(chip).click();
    await page.locator('[data-only]').first().click();
    assert.ok((await nodes(page)) < all, `chip ${chip}`);
    await stoodStill(page, before);
    assert.match(await said(page), /dari \d+ peristiwa/);
    await restored();
  }
  await page.locator('.chip').nth(3).click();
  await page.locator('[data-field="from"]').fill('2099');
  await page.locator('[data-field="from"]').press('Enter');
  await page.locator('[data-action="undated"]').click();
  assert.equal(await page.locator('[data-filter-count]').textContent().then((text) => /^0 /.test(text)), true);
  await page.locator('[data-field="from"]').fill('2099-99');
  await page.locator('[data-field="from"]').press('Tab');
  assert.equal(await page.locator('[data-field="from"]').getAttribute('aria-invalid'), 'true');
  await restored();
  for (const list of ['quads', 'voices', 'countries']) {
    await page.locator('.chip').nth(4).click();
    await page.locator(`[data-list="${list}"] [data-only]`).first().click();
    assert.ok((await nodes(page)) < all, list);
    await restored();
  }
  await page.locator('.chip').nth(4).click();
  await page.locator('[data-field="degree"]').fill('4');
  await page.locator('[data-field="degree"]').press('Tab');
  assert.ok((await nodes(page)) < all);
  await restored();
  await page.locator('.chip').nth(4).click();
  await page.locator('[data-field="least"]').press('End');
  assert.ok((await nodes(page)) < all);
  await stoodStill(page, before);
});

onBoth('the graph narrows to what is near, step by step, and Back returns', async (page) => {
  const before = await places(page);
  const all = Object.keys(before).length;
  const id = await ranked(page, 2);
  await node(page, id).click();
  await page.keyboard.press('o');
  const near = await nodes(page);
  assert.ok(near < all && near > 1);
  assert.match(await said(page), /dalam 1 langkah/);
  await page.keyboard.press('.');
  assert.ok((await nodes(page)) > near);
  await stoodStill(page, before);
  await page.keyboard.press(',');
  assert.equal(await nodes(page), near);
  await page.keyboard.press('Shift+O');
  assert.equal(await nodes(page), all);
  await page.keyboard.press('Alt+ArrowLeft');
  assert.equal(await nodes(page), near);
  await page.keyboard.press('Shift+O');
  await node(page, id).dblclick();
  assert.equal(await nodes(page), near, 'a double click does the same');
});

onBoth('two nodes are joined by their shortest paths with the sentences, and by those they share', async (page) => {
  const [a] = [await ranked(page, 0)];
  await node(page, a).click();
  const b = await page.locator('[data-neighbours] [data-go]').first().getAttribute('data-go');
  await page.locator(`[data-pane="inspector"] [data-neighbours] [data-go="${b}"]`).click();
  const c = await page.locator('[data-neighbours] [data-go]').evaluateAll((all, not) => all.map((one) => one.dataset.go).find((id) => id !== not), a);
  await node(page, a).click();
  await node(page, c).click({ modifiers: ['Shift'] });
  await page.keyboard.press('p');
  const steps = page.locator('[data-step]');
  const count = await steps.count();
  assert.ok(count >= 1 && count <= 2);
  assert.equal(await page.locator('[data-step] blockquote').count(), count, 'each step has its sentence');
  assert.match(await said(page), /^Jalur 1 dari/);
  if (count === 2) assert.ok(Number(await page.locator('[data-shared]').getAttribute('data-shared')) >= 1);
  await page.locator('[data-step] [data-to-text]').first().click();
  await page.locator('[data-pane="article"] [data-flash]').first().waitFor();
  await page.keyboard.press('Escape');
  await node(page, a).click();
  await page.keyboard.press('p');
  assert.equal(await steps.count(), 0, 'one node alone has no way');
});

onBoth('events fold into their lines by one key, but those with a status keep their mark', async (page) => {
  const status = (word) => page.locator(`[data-node][aria-label*="(${word})"]`).count();
  const [all, planned] = [await nodes(page), await status('rencana')];
  await page.keyboard.press('y');
  assert.ok((await nodes(page)) < all);
  assert.equal(await status('rencana'), planned);
  assert.match(await said(page), /menjadi garis/);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-node')), true);
  await page.keyboard.press('y');
  assert.equal(await nodes(page), all);
});

onBoth('those who only stand together are joined on demand, and it is said to be no claim', async (page) => {
  const lines = page.locator('[data-companion]');
  assert.equal(await lines.count(), 0);
  const claims = await page.locator('[data-edge]').count();
  const id = await ranked(page, 0);
  await node(page, id).click();
  await page.keyboard.press('b');
  assert.equal(await page.locator('[data-edge]').count(), claims, 'it adds no claim');
  assert.match(await page.locator('[data-legend-together]').textContent(), /bukan klaim/);
  for (const one of await lines.all()) assert.match(await one.getAttribute('aria-label'), /bukan klaim/);
  await page.keyboard.press('b');
  assert.equal(await lines.count(), 0);
});

onBoth('the overview comes when part of the graph is out of sight and leads there', async (page) => {
  const overview = page.locator('[data-overview]');
  await page.keyboard.press('f');
  assert.equal(await overview.count(), 0);
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('+');
  await overview.waitFor();
  const frame = page.locator('svg[role="application"] > g');
  const place = await frame.getAttribute('transform');
  await overview.click({ position: { x: 20, y: 20 } });
  assert.notEqual(await frame.getAttribute('transform'), place);
  await page.keyboard.press('w');
  assert.equal(await overview.count(), 0);
});

onBoth('the legend leaves out what is pressed', async (page) => {
  const all = await nodes(page);
  const person = page.locator('[data-legend="person"]');
  await person.click();
  assert.equal(await person.getAttribute('aria-pressed'), 'false');
  assert.ok((await nodes(page)) < all);
  await person.click();
  assert.equal(await nodes(page), all);
  // Lines that no tone has: standing relations, and those to places, speakers and participants. No event goes with them.
  const lines = () => page.locator('[data-edge]').count();
  const every = await lines();
  for (const code of ['relation', 'minor']) {
    const row = page.locator(`[data-legend="${code}"]`);
    await row.click();
    assert.equal(await row.getAttribute('aria-pressed'), 'false');
    assert.ok((await lines()) < every, code);
    assert.equal(await nodes(page), all);
    await row.click();
    assert.equal(await lines(), every);
  }
});

onBoth('the menu of commands opens by pointer and by key and does what it says', async (page) => {
  const id = await ranked(page, 0);
  await node(page, id).click({ button: 'right' });
  const menu = page.locator('[role="menu"]');
  await menu.waitFor();
  assert.equal(await node(page, id).getAttribute('data-selected'), '');
  await page.locator('[data-menu="focus"]').click();
  assert.equal(await page.locator('[data-focus="1"]').count(), 1);
  await page.keyboard.press('Shift+O');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Shift+F10');
  await menu.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'menuitem');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  assert.equal(await menu.count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-node')), true, 'the keyboard is back on the node');
});
