// Every screen, dialog and state of a pane, for what must hold of all: axe, words that fit, the eye.
import { readFile } from 'node:fs/promises';
import { paste } from './window.mjs';

const DATED = JSON.parse(await readFile(new URL('../../contract/edits-dated.json', import.meta.url), 'utf8'));

/** One after the other on one page: each goes from where the one before has left off. */
export const SCREENS = {
  main: async () => undefined,
  filter: async (page) => page.locator('.chip').nth(1).click(),
  dates: press('.chip', 3),
  more: press('.chip', 4),
  together: keys('Escape', 'b'),
  lines: keys('b', 'y'),
  entity: async (page) => {
    await page.keyboard.press('y');
    await page.locator('[data-pane="inspector"] [data-go]').first().click();
  },
  menu: keys('Alt+2', 'Shift+F10'),
  focus: keys('Escape', 'o'),
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
  rename: keys('F2'),
  export: keys('Escape', 'Control+e'),
  paste: press('[data-action="paste"]'),
  date: keys('Escape', 'Control+i'),
  palette: keys('Escape', 'Control+k'),
  shortcuts: keys('Escape', '?'),
  help: async (page) => page.locator('dialog [data-action="help"]').click(),
  helpOfKeys: async (page) => page.locator('[data-help="keys"]').click(),
  about: async (page) => page.locator('dialog [data-action="about"]').click(),
  gallery: keys('Escape', 'Control+g'),
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
  note: keys('Escape', 't'),
  cite: keys('Escape', 'q'),
  relation: keys('Escape', ']'),
  many: async (page) => {
    await away(page);
    await choose(page, 3);
  },
  add: keys('i'),
  merge: async (page) => {
    await away(page);
    await choose(page, 2);
    await page.keyboard.press('m');
  },
  mergeOne: async (page) => {
    await away(page);
    await choose(page, 1);
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
    await paste(page, DATED.text);
    await page.keyboard.press('Control+i');
    await page.locator('[data-field="published"]').fill('2025-08-25');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+7');
  },
  nothing: async (page) => {
    await away(page);
    await paste(page, 'Kalimat pendek tanpa kejadian.');
  },
};

/** Closes what is open and lets go of what is selected; back to the graph. */
async function away(page) {
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement?.blur());
}

/** These keys, one after the other. */
function keys(...all) {
  return async (page) => {
    for (const key of all) await page.keyboard.press(key);
  };
}

/** Closes what is open, then presses the nth of these. */
function press(what, n = 0) {
  return async (page) => {
    await page.keyboard.press('Escape');
    await page.locator(what).nth(n).click();
  };
}

/** Selects the first few that the inspector names. */
async function choose(page, many) {
  const ids = await page.locator('[data-pane="inspector"] [data-go]').evaluateAll((all, n) => all.slice(0, n).map((one) => one.dataset.go), many);
  for (const id of ids) {
    await page.locator(`[data-node="${id}"]`).focus();
    await page.keyboard.press('Shift+Enter');
  }
}
