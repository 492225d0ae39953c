// The table: the same reading as rows, walked by keys, tied to the other panes by the one selection.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, test } from 'node:test';
import { pages, paste } from './window.mjs';

const open = pages();
let page;
beforeEach(async () => {
  page = await open();
  await page.keyboard.press('Alt+5');
  await page.locator('[data-cell="0 0"]').waitFor();
});

const selected = () => page.locator('[data-row][aria-selected="true"]');
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));

test('arrows walk the cells, Enter selects, and every pane follows', async () => {
  assert.equal(await focused(), '0 0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), '1 1');
  await page.keyboard.press('Enter');
  assert.equal(await selected().count(), 1);
  const name = await selected().locator('[role="rowheader"] > span').innerText();
  assert.equal(await page.locator('[data-pane="inspector"] [data-name]').innerText(), name.trim());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  assert.equal(await selected().count(), 2);
  await page.keyboard.press('Control+a');
  assert.equal(await selected().count() > 2, true);
});

test('what is selected elsewhere brings up its sheet and its row', async () => {
  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  assert.equal(await page.locator('[data-sheet="events"]').getAttribute('aria-pressed'), 'true');
  assert.equal(await selected().count(), 1);
});

test('a heading sorts up, down and back, and says so', async () => {
  const heading = page.locator('[data-sort="mentions"]');
  const numbers = async () => (await page.locator('[data-cell$=" 4"]:not([role="columnheader"])').allInnerTexts()).map(Number);
  const before = await numbers();
  await heading.click();
  assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
  await heading.click();
  assert.equal(await heading.getAttribute('aria-sort'), 'descending');
  const now = await numbers();
  assert.deepEqual(now, [...now].sort((a, b) => b - a));
  await heading.click();
  assert.deepEqual(await numbers(), before);
});

test('a name is changed in its cell, and the change is taken back', async () => {
  const first = page.locator('[data-cell="0 0"]');
  const name = await first.innerText();
  await page.keyboard.press('F2');
  await page.keyboard.type('Nama Baru');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-cell="0 0"]')?.textContent?.includes('Nama Baru'));
  assert.equal(await focused(), '0 0');
  await page.keyboard.press('Control+z');
  await page.waitForFunction((old) => document.querySelector('[data-cell="0 0"]')?.textContent?.trim() === old, name.trim());
});

test('kind, country and role are changed in their cells, one command of the log each, and undone one by one', async () => {
  const { text } = JSON.parse(await readFile(new URL('../../contract/edits-table.json', import.meta.url), 'utf8'));
  await paste(page, text);
  const name = page.locator('[role="rowheader"]', { hasText: 'Koperasi Melati' });
  await name.waitFor();
  const [row] = (await name.getAttribute('data-cell')).split(' ');
  const cells = () => page.locator(`[data-cell^="${row} "]`).allInnerTexts().then((all) => all.slice(1, 4).map((one) => one.trim()));
  const shows = (...wanted) => page.waitForFunction(([index, texts]) => texts.every((one, i) => document.querySelector(`[data-cell="${index} ${i + 1}"]`)?.textContent.trim() === one), [row, wanted]);
  const before = await cells();
  const editor = page.locator('[data-field="cell"]');
  await page.locator(`[data-cell="${row} 1"]`).focus();
  await page.keyboard.press('F2');
  await editor.selectOption('group');
  await page.keyboard.press('Enter');
  await shows('Kelompok', ...before.slice(1));
  assert.equal(await focused(), `${row} 1`, 'the keyboard stays on the cell');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await editor.selectOption('JPN');
  await page.keyboard.press('Enter');
  await shows('Kelompok', 'Jepang', before[2]);
  await page.locator(`[data-cell="${row} 3"]`).dblclick();
  await editor.fill('pemasok');
  await page.keyboard.press('Escape');
  assert.deepEqual(await cells(), ['Kelompok', 'Jepang', before[2]], 'Escape leaves it as it was');
  await page.keyboard.press('F2');
  await editor.fill('penyalur');
  await page.keyboard.press('Enter');
  await shows('Kelompok', 'Jepang', 'penyalur');
  for (const wanted of [['Kelompok', 'Jepang', before[2]], ['Kelompok', ...before.slice(1)], before]) {
    await page.keyboard.press('Control+z');
    await shows(...wanted);
  }
  assert.deepEqual(await page.evaluate(() => window.asked.filter((one) => one.what === 'unplayed')), []);
  await page.locator(`[data-cell="${row} 4"]`).focus();
  assert.equal(await page.locator(`[data-cell="${row} 4"]`).getAttribute('aria-readonly'), 'true');
});

test('the rows are copied as lines of tabs; the filters of the graph hold here too', async () => {
  await page.keyboard.press('Control+c');
  await page.waitForFunction(() => globalThis.asked.some((one) => one.what === 'copied'));
  const text = await page.evaluate(() => globalThis.asked.find((one) => one.what === 'copied').value);
  const rows = Number(await page.locator('[role="grid"]').getAttribute('aria-rowcount'));
  assert.equal(text.trimEnd().split('\n').length, rows);
  assert.ok(text.split('\n').every((line) => line === '' || line.split('\t').length === 8));
  await page.locator('.chip').first().click();
  await page.locator('[data-filter="person"]').click();
  assert.ok(Number(await page.locator('[role="grid"]').getAttribute('aria-rowcount')) < rows);
});

test('of a thousand rows only those in sight are drawn, and the last is reached by a key', async () => {
  const big = await open({ nodes: 1700 });
  await big.keyboard.press('Alt+5');
  await big.locator('[data-cell="0 0"]').waitFor();
  const count = Number(await big.locator('[role="grid"]').getAttribute('aria-rowcount'));
  assert.equal(count, 1021);
  assert.ok((await big.locator('[data-row]').count()) < 60);
  await big.keyboard.press('Control+End');
  await big.waitForFunction((last) => document.activeElement?.getAttribute('data-cell')?.startsWith(`${last} `), count - 2);
  await big.keyboard.press('Control+Home');
  await big.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '0 0');
});

test('no badge of an event touches the words beside it: table, inspector, palette', async () => {
  const touching = () =>
    page.evaluate(() => {
      const found = [];
      let seen = 0;
      for (const svg of document.querySelectorAll('[role="rowheader"] > svg, .row > svg, [data-item] > svg')) {
        const words = svg.nextElementSibling;
        if (!words || svg.getBoundingClientRect().width === 0) continue;
        const range = document.createRange();
        range.selectNodeContents(words);
        const right = Math.max(...[...svg.querySelectorAll('path')].map((path) => path.getBoundingClientRect().right));
        seen += 1;
        if (right > range.getBoundingClientRect().left - 1) found.push(words.textContent);
      }
      return { found, seen };
    });
  const none = async (where, least) => {
    const { found, seen } = await touching();
    assert.deepEqual(found, [], where);
    assert.ok(seen >= least, `${where}: ${seen}`);
  };
  await page.locator('[data-sheet="events"]').click();
  await none('table', 10);
  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  await none('inspector', 5);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rus');
  await page.locator('[role="option"]').first().waitFor();
  await none('palette', 5);
});
