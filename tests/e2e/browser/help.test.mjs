// Help, keys and About lead to one another; the keys in the help are those that work; the gallery has the sample too.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { pages } from './window.mjs';

// One page for all: each test goes from where the one before has left off.
const open = pages({ keep: true });
let page;
before(async () => {
  page = await open();
});

const dialog = (name) => page.locator(`[data-dialog="${name}"]`);

test('the help is one key away, explains every mark and key, and gives the keyboard back', async () => {
  await page.keyboard.press('Alt+2');
  const held = await page.evaluate(() => document.activeElement?.getAttribute('data-node'));
  assert.ok(held);
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
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-node')), held, 'the keyboard is where it was');
});

test('About tells the version of the app and of every library that is in the page, with notices', async () => {
  const installed = async (name) => JSON.parse(await readFile(new URL(`../../../ui/node_modules/${name}/package.json`, import.meta.url), 'utf8'));
  await page.keyboard.press('Shift+F1');
  await dialog('about').waitFor();
  assert.match(await page.locator('[data-version]').textContent(), /\d+\.\d+\.\d+/);
  await page.locator('[data-libraries="window"] summary').click();
  const told = await page.locator('[data-libraries="window"] tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  for (const name of ['svelte', 'd3-geo', '@tauri-apps/api', 'world-atlas']) {
    const { version, license } = await installed(name);
    assert.deepEqual(told.find(([one]) => one === name), [name, version, license]);
  }
  assert.equal(told.some(([name]) => name === 'vite' || name === 'axe-core'), false, 'what only builds and tests is not shipped');
  await page.locator('[data-credit="inter"] summary').click();
  assert.match(await page.locator('[data-credit="inter"] pre').textContent(), /Inter Project Authors/);
  await page.keyboard.press('Escape');
});

test('the gallery brings the sample back as the reader left it', async () => {
  const id = await page.locator('[data-pane="inspector"] [data-go]').first().getAttribute('data-go');
  await page.locator(`[data-node="${id}"]`).click();
  await page.keyboard.press('Delete');
  await page.locator(`[data-node="${id}"]`).waitFor({ state: 'detached' });
  const nodes = await page.locator('[data-node]').count();
  await page.keyboard.press('Control+g');
  await page.locator('[data-sample="river"]').click();
  await dialog('gallery').waitFor({ state: 'detached' });
  const article = () => page.locator('[data-pane="article"]').textContent();
  assert.doesNotMatch(await article(), /Artikel contoh/);
  await page.keyboard.press('Control+g');
  await page.locator('[data-sample="first"]').click();
  await dialog('gallery').waitFor({ state: 'detached' });
  assert.match(await article(), /Artikel contoh/);
  assert.equal(await page.locator('[data-node]').count(), nodes);
  await page.locator('.proj').click();
  assert.equal(await page.locator('[data-article]').count(), 2, 'it is not opened twice');
  await page.keyboard.press('Escape');
});
