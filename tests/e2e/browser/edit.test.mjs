// Editing by keyboard, against what the core made of the very same commands (tests/contract/edits.json): each dialog
// asks for exactly the recorded command, or the fake refuses it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, test } from 'node:test';
import { AXE, pages } from './window.mjs';

const { text, steps } = JSON.parse(await readFile(new URL('../../contract/edits.json', import.meta.url), 'utf8'));
const first = steps[0].snapshot;
const id = (name) => first.entities.find((entity) => entity.name === name).id;
const [ONE, OTHER, RATNA] = ['Hasanudin', 'Hasanuddin', 'Ratna Wulandari'].map(id);
const MET = first.events.find((event) => event.code === 'CONSULT').id;

const open = pages({
  last: async (page) => {
    const unplayed = await page.evaluate(() => window.asked.filter((one) => one.what === 'unplayed'));
    assert.deepEqual(unplayed, [], 'every command is the one that was recorded');
  },
});
let page;
beforeEach(async () => {
  page = await open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tempel');
  await page.keyboard.press('Enter');
  await page.locator('[data-field="text"]').fill(text);
  await page.locator('[data-confirm]').click();
  await node(ONE).waitFor();
});

const node = (which) => page.locator(`[data-node="${which}"]`);
const dialog = (name) => page.locator(`[data-dialog="${name}"]`);
const field = (name) => page.locator(`[data-field="${name}"]`);
const closed = (name) => dialog(name).waitFor({ state: 'detached' });

/** Selects without the pointer: by the palette. */
async function choose(name) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('[data-dialog="search"]').waitFor({ state: 'detached' });
}

async function sound(what) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`), [], what);
}

/** The recorded commands from the form of an entity to the rule about its name. */
async function edited() {
  await choose('Hasanuddin');
  await page.keyboard.press('e');
  await field('country').selectOption('IDN');
  await field('office').fill('Bupati');
  await sound('the form of an entity');
  await page.keyboard.press('Enter');
  await closed('edit');
}

async function merged() {
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await dialog('merge').waitFor();
  assert.equal(await page.locator('[data-reason]').getAttribute('data-reason'), 'spelling');
  assert.equal(await page.locator('[data-side] q').count(), 2, 'a quote of each stands side by side');
  await field('always').check();
  await sound('two nodes compared');
  await page.keyboard.press('Enter');
  await closed('merge');
}

test('a form comes to one change for each thing that differs, each undone by itself', async () => {
  await edited();
  assert.match(await page.locator('[data-pane="inspector"] .who p').textContent(), /Tokoh.*Bupati/);
  assert.match(await page.locator('[data-fields]').textContent(), /negara, jabatan/);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !document.querySelector('[data-pane="inspector"] .who p')?.textContent.includes('Bupati'));
  await page.keyboard.press('Control+z');
  await page.locator('[data-touched]').waitFor({ state: 'detached' });
});

test('two that are proposed become one, with a rule, and come apart again', async () => {
  await edited();
  await merged();
  await node(OTHER).waitFor({ state: 'detached' });
  await node(ONE).click();
  await page.locator(`[data-split="${OTHER}"]`).click();
  await node(OTHER).waitFor();
});

test('one node alone is compared with whom the core proposes, or with any other that is chosen', async () => {
  await choose('Hasanuddin');
  await page.locator('[data-pane="inspector"] [data-action="merge"]').click();
  await dialog('merge').waitFor();
  assert.equal(await field('with').inputValue(), ONE);
  assert.equal(await page.locator('[data-reason]').getAttribute('data-reason'), 'spelling');
  await sound('one node compared');
  await field('with').selectOption(RATNA);
  assert.deepEqual(await page.locator('[data-side]').evaluateAll((all) => all.map((one) => one.dataset.side)), [OTHER, RATNA]);
  assert.equal(await page.locator('[data-reason]').count(), 0);
  await field('with').selectOption('');
  assert.equal(await page.locator('[data-side]').count(), 0);
  await page.keyboard.press('Escape');
  await closed('merge');
});

test('the history names every change in order and goes to any of them', async () => {
  await edited();
  await merged();
  await page.keyboard.press('Control+h');
  const panel = page.locator('[data-panel="history"]');
  assert.equal(await panel.locator('[data-step]').count(), 5);
  assert.equal(await panel.locator('[aria-current="step"]').getAttribute('data-step'), '4');
  assert.match(await panel.locator('[data-step="3"]').textContent(), /menggabungkan Hasanuddin ke Hasanudin/);
  await sound('the history');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await node(OTHER).waitFor();
  assert.equal(await panel.locator('[aria-current="step"]').getAttribute('data-step'), '0');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await node(OTHER).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('a note, a mark, a turn, a sentence and a missing event, all by keyboard; the rule is dropped at last', async () => {
  await edited();
  await merged();
  await node(ONE).click();
  await page.locator(`[data-split="${OTHER}"]`).click();
  await node(OTHER).waitFor();
  await choose('bertemu');
  await page.keyboard.press('t');
  await field('note').fill('Tanya humas kabupaten.');
  await page.keyboard.press('Control+Enter');
  await closed('note');
  assert.match(await page.locator('[data-note]').textContent(), /Tanya humas kabupaten\./);
  await page.keyboard.press('v');
  await page.locator('[data-mark="checked"]').waitFor();
  await page.keyboard.press('x');
  await page.waitForFunction(() => document.querySelector('[data-fields]')?.textContent.includes('peran'));
  await page.keyboard.press('q');
  await page.locator('[data-sentence="1"] input').check();
  await sound('a sentence pointed at');
  await page.locator('[data-confirm]').click();
  await closed('cite');
  await page.waitForFunction(() => document.querySelectorAll('[data-pane="inspector"] [data-quote]').length === 2);

  await node(RATNA).click();
  await node(ONE).click({ modifiers: ['Control'] });
  await page.keyboard.press('i');
  await dialog('add').waitFor();
  assert.equal(await field('from').inputValue(), RATNA);
  assert.equal(await field('to').inputValue(), ONE);
  await field('kind').selectOption('ACCUSE');
  await field('sentence-filter').fill('pabrik.');
  await page.locator('[data-sentence="1"] input').check();
  await field('words').fill('tidak ada');
  assert.equal(await page.locator('[data-confirm]').isDisabled(), true, 'words that are not in the sentence are no evidence');
  await field('words').fill('menolak');
  await sound('a missing event');
  await page.keyboard.press('Enter');
  await closed('add');
  assert.match(await page.locator('[data-pane="inspector"] [data-name]').textContent(), /menolak/);
  assert.match(await page.locator('[data-pane="inspector"]').textContent(), /ditambahkan pembaca/);

  await choose('aturan');
  await page.locator('[data-rule="alwaysMerge"]').waitFor();
  await sound('the rules');
  await page.locator('[data-drop-rule]').click();
  await page.locator('[data-rule]').waitFor({ state: 'detached' });
  assert.equal(await node(MET).count(), 1);

  // Read again in the wrong language: what no longer fits is listed, with what it was about.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+i');
  await dialog('describe').locator('button', { hasText: 'Inggris' }).click();
  await page.locator('[data-confirm]').click();
  await closed('describe');
  await page.keyboard.press('Control+h');
  const unfit = page.locator('[data-unfit] li');
  await unfit.first().waitFor();
  assert.ok((await unfit.count()) >= 3);
  assert.ok((await unfit.allTextContents()).some((line) => line.includes('bertemu')));
  await sound('edits that do not fit');
});
