// Every screen, dialog and state of a pane, for what must hold of all: axe, words that fit, the eye.
import { readFile } from 'node:fs/promises';

const DATED = JSON.parse(await readFile(new URL('../../contract/edits-dated.json', import.meta.url), 'utf8'));

/** One after the other on one page: each goes from where the one before has left off. */
export const SCREENS = {
  main: async () => undefined,
  filter: async (page) => page.locator('.chip').nth(1).click(),
  dates: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('.chip').nth(3).click();
  },
  more: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('.chip').nth(4).click();
  },
  together: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
  },
  lines: async (page) => {
    await page.keyboard.press('b');
    await page.keyboard.press('y');
  },
  entity: async (page) => {
    await page.keyboard.press('y');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  menu: async (page) => {
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Shift+F10');
  },
  focus: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
  },
  way: async (page) => {
    await page.keyboard.press('Shift+O');
    const id = await page.locator('[data-neighbours] [data-go]').first().getAttribute('data-go');
    await page.locator(`[data-node="${id}"]`).focus();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('p');
    await page.locator('[data-step]').first().waitFor();
  },
  event: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  rename: async (page) => page.keyboard.press('F2'),
  export: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+e');
  },
  paste: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-action="paste"]').first().click();
  },
  date: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+i');
  },
  palette: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
  },
  shortcuts: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
  },
  help: async (page) => page.locator('dialog [data-action="help"]').click(),
  helpOfKeys: async (page) => page.locator('[data-help="keys"]').click(),
  about: async (page) => page.locator('dialog [data-action="about"]').click(),
  gallery: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
  },
  fault: async (page) => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'https://example.org');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await page.locator('[data-fault]').waitFor();
  },
  history: async (page) => {
    await away(page);
    // Something done and something undone.
    await page.locator('[data-node]').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('F2');
    await page.locator('[data-field="name"]').fill('Nama lain');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+h');
    await page.locator('[data-panel="history"]').waitFor();
  },
  rules: async (page) => {
    await away(page);
    await page.keyboard.press('r');
  },
  edit: async (page) => {
    await away(page);
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
    await page.keyboard.press('e');
  },
  editEvent: async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-pane="inspector"] dd [data-go], [data-pane="inspector"] [data-go]').first().click();
    await page.keyboard.press('e');
  },
  note: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
  },
  cite: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
  },
  relation: async (page) => {
    await page.keyboard.press('Escape');
    const claim = await page.evaluate(() => [...document.querySelectorAll('[data-edge]')].map((one) => one.getAttribute('aria-label')).findIndex((name) => name !== null));
    if (claim >= 0) await page.keyboard.press(']');
  },
  many: async (page) => {
    await away(page);
    const ids = await page.locator('[data-pane="inspector"] [data-go]').evaluateAll((all) => all.slice(0, 3).map((one) => one.dataset.go));
    for (const id of ids) {
      await page.locator(`[data-node="${id}"]`).focus();
      await page.keyboard.press('Shift+Enter');
    }
  },
  add: async (page) => page.keyboard.press('i'),
  merge: async (page) => {
    await away(page);
    const ids = await page.locator('[data-pane="inspector"] [data-go]').evaluateAll((all) => all.slice(0, 2).map((one) => one.dataset.go));
    for (const id of ids) {
      await page.locator(`[data-node="${id}"]`).focus();
      await page.keyboard.press('Shift+Enter');
    }
    await page.keyboard.press('m');
  },
  find: async (page) => {
    await away(page);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Ukraina');
  },
  overview: async (page) => {
    await away(page);
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('w');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('+');
  },
  folded: async (page) => {
    await page.keyboard.press('w');
    await page.keyboard.press('f');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+Shift+B');
  },
  entities: async (page) => {
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+Shift+B');
    await page.keyboard.press('Alt+5');
    await page.locator('[data-sheet]').first().waitFor();
  },
  events: async (page) => page.locator('[data-sheet="events"]').click(),
  relations: async (page) => page.locator('[data-sheet="relations"]').click(),
  map: async (page) => {
    await page.keyboard.press('Alt+6');
    await page.locator('[data-country]').first().waitFor();
  },
  mapPlace: async (page) => {
    await page.locator('[data-place]').first().focus();
    await page.keyboard.press('Enter');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('+');
  },
  timeline: async (page) => {
    await away(page);
    await page.locator('[data-action="paste"]').first().click();
    await page.locator('[data-field="text"]').fill(DATED.text);
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+i');
    await page.locator('[data-field="published"]').fill('2025-08-25');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+7');
  },
  nothing: async (page) => {
    await away(page);
    await page.locator('[data-action="paste"]').first().click();
    await page.locator('[data-field="text"]').fill('Kalimat pendek tanpa kejadian.');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
  },
};

/** Closes what is open and lets go of what is selected; back to the graph. */
async function away(page) {
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement?.blur());
}
