// The main job from end to end in a browser, on the sample: from a node to its sentence, on to a neighbour and back,
// from the text to the graph, filtering, finding, editing and undoing, pasting what cannot be read, theme and language.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { pages, paste } from './window.mjs';

const open = pages();
let page;
beforeEach(async () => {
  page = await open();
});

const texts = (selector) => page.locator(selector).allTextContents();
const inspected = () => page.locator('[data-pane="inspector"] [data-name]').textContent();
/** The most mentioned actor: the first of the ranking. */
const first = async () => page.locator('[data-pane="inspector"] [data-go]').first().getAttribute('data-go');
const node = (id) => page.locator(`[data-node="${id}"]`);

test('a node leads to its sentence, to a neighbour, and Back returns', async () => {
  const id = await first();
  await node(id).click();
  const name = await inspected();
  assert.ok((await page.locator('[data-pane="article"] [data-flash]').count()) > 0, 'its mention flashes');
  assert.equal(await node(id).getAttribute('aria-pressed'), 'true');

  await page.locator('[data-pane="inspector"] [data-go]').first().click();
  assert.notEqual(await inspected(), name);
  const quote = await page.locator('[data-quote] blockquote').first().textContent();
  const flashed = (await texts('[data-pane="article"] [data-flash]')).join('');
  assert.ok(flashed.length > 0 && quote.replace(/\s+/g, '').includes(flashed.replace(/\s+/g, '').slice(0, 20)), 'the quoted sentence flashes');

  const neighbour = page.locator('[data-pane="inspector"] dd [data-go]').first();
  await neighbour.click();
  await page.locator('[data-action="back"]').click();
  await page.locator('[data-action="back"]').click();
  assert.equal(await inspected(), name);
  await page.keyboard.press('Alt+ArrowRight');
  assert.notEqual(await inspected(), name);
});

test('a mention in the text selects its node, F3 goes on to the next', async () => {
  const mention = page.locator('[data-pane="article"] p [data-entity]').first();
  const id = await mention.getAttribute('data-entity');
  await mention.click();
  assert.equal(await node(id).getAttribute('data-selected'), '');
  const count = page.locator('[data-mention-count]');
  const before = await count.textContent();
  await page.keyboard.press('F3');
  assert.notEqual(await count.textContent(), before);
  await page.keyboard.press('Shift+F3');
  assert.equal(await count.textContent(), before);
});

test('a line in the figure opens its claim', async () => {
  const claim = await page.evaluate(() => {
    // A point on a line where nothing else lies.
    for (const path of document.querySelectorAll('[data-claim] .hit')) {
      const matrix = path.getScreenCTM();
      for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const at = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(matrix);
        if (document.elementFromPoint(at.x, at.y) === path) return { x: at.x, y: at.y, id: path.parentElement.dataset.claim };
      }
    }
    return null;
  });
  assert.ok(claim);
  await page.mouse.click(claim.x, claim.y);
  assert.ok((await page.locator('[data-quote]').count()) > 0);
});

test('filters take away without moving anything', async () => {
  const id = await first();
  const place = await node(id).getAttribute('transform');
  const all = await page.locator('[data-node]').count();
  await page.locator('.chip').nth(1).click();
  await page.locator('[data-filter]').first().click();
  await page.keyboard.press('Escape');
  assert.ok((await page.locator('[data-node]').count()) < all);
  assert.match(await page.locator('[data-filter-count]').textContent(), /\d+ dari \d+ peristiwa/);
  assert.equal(await node(id).getAttribute('transform'), place);
  await page.locator('[data-action="clearFilters"]').click();
  assert.equal(await page.locator('[data-node]').count(), all);
});

test('the palette finds actors, events and commands', async () => {
  const id = await first();
  await node(id).click();
  const name = await inspected();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name.slice(0, 5));
  await page.keyboard.press('Enter');
  assert.equal(await inspected(), name);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pintasan');
  await page.keyboard.press('Enter');
  await page.locator('[data-dialog="shortcuts"]').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog').count(), 0);
});

test('renaming, deleting and moving are undone by name', async () => {
  const id = await first();
  const label = () => page.locator(`[data-label-of="${id}"]`).textContent();
  await node(id).click();
  const old = await label();
  await page.keyboard.press('F2');
  await page.locator('[data-field="name"]').fill('Nama baru');
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await label(), 'Nama baru');
  assert.match(await page.locator('[data-action="undo"]').getAttribute('aria-label'), /mengganti nama/);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(([selector, text]) => document.querySelector(selector)?.textContent === text, [`[data-label-of="${id}"]`, old]);

  await page.keyboard.press('Delete');
  await node(id).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await node(id).waitFor();

  const box = await node(id).boundingBox();
  const from = await node(id).getAttribute('transform');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2 + 20, { steps: 4 });
  await page.mouse.up();
  await node(id).locator('.pin').waitFor();
  assert.notEqual(await node(id).getAttribute('transform'), from);
  await page.keyboard.press('Control+z');
  await node(id).locator('.pin').waitFor({ state: 'detached' });
  assert.equal(await node(id).getAttribute('transform'), from);
  await page.keyboard.press('Control+Shift+z');
  await node(id).locator('.pin').waitFor();
});

test('what cannot be read says why and leaves the graph', async () => {
  const nodes = await page.locator('[data-node]').count();
  await page.locator('[data-action="paste"]').first().click();
  await page.locator('[data-field="text"]').fill('https://example.org/berita');
  await page.locator('[data-confirm]').click();
  await page.locator('[data-fault="webAddress"]').waitFor();
  assert.match(await page.locator('[data-fault]').textContent(), /tidak mengambil halaman web/);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '   ');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await page.locator('[data-fault="emptyText"]').waitFor();
  assert.equal(await page.locator('[data-node]').count(), nodes);
  await page.locator('[data-fault] button').click();
  assert.equal(await page.locator('[data-fault]').count(), 0);
});

test('a dropped file is read, a broken one is refused', async () => {
  const drop = (bytes) =>
    page.evaluate((values) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(values)], 'berita.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
  await drop([0x41, 0xff, 0x42]);
  await page.locator('[data-fault="invalidUtf8"]').waitFor();
  await page.setViewportSize({ width: 1300, height: 820 });
  await page.waitForTimeout(500);
  assert.equal(await page.locator('[data-fault="invalidUtf8"]').count(), 1, 'a message stays until it is read');
  await drop([...new TextEncoder().encode(`Kalimat yang cukup panjang untuk dibaca. ${'Kata '.repeat(20)}`)]);
  await page.locator('[data-fault]').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelector('.proj')?.textContent.includes('berita.txt'));
});

test('an article is pasted with its date, and the sample is one menu away', async () => {
  await page.locator('[data-action="paste"]').first().click();
  await page.locator('[data-field="text"]').fill(`Judul kedua\n${'Menteri luar negeri bertemu duta besar di ibu kota. '.repeat(3)}`);
  await page.locator('[data-field="published"]').fill('2025-13');
  assert.ok(await page.locator('[data-confirm]').isDisabled());
  await page.locator('[data-field="published"]').fill('2025-08-25');
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.match(await page.locator('[data-pane="article"]').textContent(), /25 Agustus 2025, diatur pembaca/);
  await page.locator('.proj').click();
  await page.locator('[data-article]').first().click();
  await page.waitForFunction(() => document.querySelector('[data-pane="article"]')?.textContent.includes('Artikel contoh'));
});

test('an article in which nothing happens says so', async () => {
  await paste(page, 'Kalimat pendek tanpa kejadian.');
  assert.match(await page.locator('[data-pane="graph"]').textContent(), /Tidak ada (peristiwa|aktor atau peristiwa) yang terbaca/);
});

test('the picture is asked for as chosen, without what is filtered away', async () => {
  await page.locator('.chip').nth(1).click();
  await page.locator('[data-filter]').first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await page.locator('[data-picture-theme="dark"]').click();
  await page.locator('[data-scale="3"]').click();
  assert.ok(await page.locator('.lock input').isDisabled(), 'status marks cannot be left out');
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const [{ value }] = await page.evaluate(() => window.asked);
  assert.deepEqual([value.format, value.theme, value.scale, value.legend], ['png', 'dark', 3, true]);
  assert.ok(value.hidden.length > 0);
  assert.equal(value.scope, 'view');
  const told = page.locator('[data-notice]');
  assert.match(await told.textContent(), /Tersimpan/);
  // The figure is composed anew a moment after the pane has a new size; what was told still stands then.
  await page.setViewportSize({ width: 1200, height: 760 });
  await page.waitForTimeout(600);
  assert.match(await told.textContent(), /Tersimpan/);
});

test('the dialog shows the file, brings the size of a sheet with its shape, and remembers the last choice', async () => {
  await page.keyboard.press('Control+e');
  await page.locator('[data-preview]').waitFor();
  await page.locator('[data-field="shape"]').selectOption('story');
  assert.equal(await page.locator('[data-field="width"]').inputValue(), '1920');
  await page.locator('[data-field="width"]').fill('20000');
  assert.ok(await page.locator('[data-confirm]').isDisabled(), 'no picture is that wide');
  await page.locator('[data-field="width"]').fill('1280');
  await page.locator('[data-picture-theme="print"]').click();
  await page.locator('[data-field="notes"]').check();
  await page.locator('[data-copy-picture]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const [{ what, value }] = await page.evaluate(() => window.asked);
  assert.deepEqual([what, value.theme, value.shape, value.width, value.notes], ['picture copied', 'print', 'story', 1280, true]);
  await page.keyboard.press('Control+e');
  assert.equal(await page.locator('[data-field="width"]').inputValue(), '1280');
  assert.equal(await page.locator('[data-picture-theme="print"]').getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Escape');
});

test('a picture that takes long is called off by Escape: nothing is written, and the dialog stays', async () => {
  const slow = await open({ slow: true });
  await slow.keyboard.press('Control+e');
  await slow.locator('[data-preview]').waitFor();
  await slow.locator('[data-confirm]').click();
  await slow.locator('[data-confirm]:disabled').waitFor();
  await slow.keyboard.press('Escape');
  await slow.locator('[data-dialog="export"] [data-fault="stopped"]').waitFor();
  await slow.locator('[data-confirm]:enabled').waitFor();
  assert.deepEqual(await slow.evaluate(() => window.asked), []);
  await slow.keyboard.press('Escape');
  await slow.locator('dialog').waitFor({ state: 'detached' });
});

test('what is selected can be drawn alone', async () => {
  await page.locator('[data-node]').first().click();
  await page.keyboard.press('Control+e');
  await page.locator('[data-scope="selection"]').click();
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const { value } = (await page.evaluate(() => window.asked)).at(-1);
  assert.equal(value.scope, 'selection');
  assert.equal(value.selected.length, 1);
});

test('theme and language change at once and are remembered', async () => {
  await page.locator('[data-action="theme"]').click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  await page.locator('[data-language="en"]').click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByText('Most mentioned').waitFor();
  assert.equal(await page.locator('[data-pane="article"] [role="region"]').getAttribute('lang'), 'id', 'the article keeps its own language');
  await page.reload();
  await page.locator('html[data-ready="graph"]').waitFor();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

test('the graph is one tab stop and is walked by arrows', async () => {
  await page.keyboard.press('Alt+2');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-node'));
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-node'));
  const at = await focused();
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(40);
  }
  const seen = await focused();
  assert.ok(at !== null && seen !== null);
  await page.keyboard.press('Enter');
  assert.equal(await node(seen).getAttribute('aria-pressed'), 'true');
  assert.match(await page.locator('[aria-live="polite"]').textContent(), /Terpilih: /);
  const name = await inspected();
  await page.keyboard.press(']');
  assert.notEqual(await inspected(), name);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), null);
});

test('zoom keeps the point under the pointer, and fit returns', async () => {
  const frame = page.locator('[data-pane="graph"] svg[role="application"] > g');
  const before = await frame.getAttribute('transform');
  await page.mouse.move(640, 380);
  await page.mouse.wheel(0, -400);
  assert.notEqual(await frame.getAttribute('transform'), before);
  await page.keyboard.press('f');
  assert.equal(await frame.getAttribute('transform'), before);
});

test('a press that is let go over the zoom buttons leaves nothing on the pointer', async () => {
  const frame = page.locator('[data-pane="graph"] svg[role="application"] > g');
  const before = await frame.getAttribute('transform');
  const tools = await page.locator('.zoom').boundingBox();
  const [x, y] = [tools.x, tools.y + tools.height / 2];
  await page.mouse.move(x - 2, y);
  assert.equal(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.getAttribute('role'), [x - 2, y]), 'application');
  await page.mouse.down();
  await page.mouse.move(x + 1, y);
  await page.mouse.up();
  await page.mouse.move(x - 80, y - 60, { steps: 3 });
  assert.equal(await frame.getAttribute('transform'), before);
});

test('a press on a node at the edge moves nothing under the pointer', async () => {
  const frame = page.locator('[data-pane="graph"] svg[role="application"] > g');
  const before = await frame.getAttribute('transform');
  const lowest = await page.evaluate(() => [...document.querySelectorAll('[data-node]')].sort((a, b) => b.getBoundingClientRect().bottom - a.getBoundingClientRect().bottom)[0].dataset.node);
  await node(lowest).click();
  assert.equal(await node(lowest).getAttribute('data-selected'), '');
  assert.equal(await frame.getAttribute('transform'), before);
});

test('what an article leads to works on a large graph: sentence, edit, undo, map, picture', async () => {
  const large = await open({ nodes: 300 });
  const at = (id) => large.locator(`[data-node="${id}"]`);
  const id = await large.locator('[data-pane="inspector"] [data-go]').first().getAttribute('data-go');
  await at(id).click();
  await large.locator('[data-pane="article"] [data-flash]').first().waitFor();
  const old = await large.locator(`[data-label-of="${id}"]`).textContent();
  await large.keyboard.press('F2');
  await large.locator('[data-field="name"]').fill('Nama baru');
  await large.keyboard.press('Enter');
  await large.locator(`[data-label-of="${id}"]`, { hasText: 'Nama baru' }).waitFor();
  await large.keyboard.press('Control+z');
  await large.locator(`[data-label-of="${id}"]`, { hasText: old }).waitFor();
  await large.keyboard.press('Alt+6');
  await large.locator('[data-map]').waitFor();
  await large.keyboard.press('Control+e');
  await large.locator('[data-confirm]:enabled').click();
  await large.waitForFunction(() => window.asked.some((one) => one.what === 'picture'));
});
