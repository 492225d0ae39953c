// Time of the main thread that one frame takes while the graph is panned, zoomed, hovered over and dragged in (200 nodes),
// and that one selection takes (1,000 nodes), in Chromium, on made-up graphs. CPU time of the thread as the browser counts
// it, so that a busy machine matters little. Prints; decides nothing.
//
//     npm --prefix ui run frames [-- FOLDER...]
//
// Each FOLDER is a page built with `vite build --mode e2e --outDir FOLDER`; of several, each round asks all in turn.
import { start } from '../e2e/browser/window.mjs';

const FRAMES = 60;
const ROUNDS = 3;
const SELECTIONS = 12;

/** What the browser counts, in seconds of the main thread. */
const COUNTED = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'];

async function meter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return COUNTED.map((name) => metrics.find((metric) => metric.name === name).value * 1000);
  };
  /** Milliseconds that something took, until it has been painted. */
  return async (work) => {
    const before = await read();
    await work();
    await painted(page);
    const after = await read();
    return after.map((value, i) => value - before[i]);
  };
}

const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
const column = (rows, i) => rows.map((row) => row[i]).sort((a, b) => a - b);
const told = (rows) => COUNTED.map((_, i) => `${at(column(rows, i), 0.5).toFixed(1)} / ${at(column(rows, i), 0.95).toFixed(1)}`.padStart(15)).join('');

/** Middle of some node that nothing lies on, away from the pane's edges and what floats there. */
const target = (page, skip = 0) =>
  page.evaluate((n) => {
    const pane = document.querySelector('svg[role="application"]').getBoundingClientRect();
    const inner = (at, from, size) => at > from + size / 5 && at < from + (size * 4) / 5;
    const free = [...document.querySelectorAll('[data-node]')].filter((node) => {
      const box = node.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return inner(x, pane.x, pane.width) && inner(y, pane.y, pane.height) && document.elementFromPoint(x, y)?.closest('[data-node]') === node;
    });
    const box = free[n % free.length].getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, skip);

const GESTURES = {
  async pan(page, measure) {
    const rows = [];
    const box = await page.locator('svg[role="application"]').boundingBox();
    await page.mouse.move(box.x + 6, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + 20);
    for (let i = 0; i < FRAMES; i += 1) rows.push(await measure(() => page.mouse.move(box.x + 20 + i * 3, box.y + 20 + i * 2)));
    await page.mouse.up();
    return rows;
  },
  async zoom(page, measure) {
    const rows = [];
    const box = await page.locator('svg[role="application"]').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let i = 0; i < FRAMES; i += 1) rows.push(await measure(() => page.mouse.wheel(0, i % 20 < 10 ? -60 : 60)));
    return rows;
  },
  async hover(page, measure) {
    const rows = [];
    for (let i = 0; i < FRAMES; i += 1) {
      const { x, y } = await target(page, i * 7);
      rows.push(await measure(() => page.mouse.move(x, y)));
    }
    await page.mouse.move(2, 2);
    return rows;
  },
  async drag(page, measure) {
    const rows = [];
    const { x, y } = await target(page, 3);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 6, y + 6);
    for (let i = 0; i < FRAMES; i += 1) rows.push(await measure(() => page.mouse.move(x + 6 + i, y + 6 + (i % 15))));
    await page.mouse.up();
    return rows;
  },
};

/** Selecting one node after another by pressing it. */
async function selections(page, measure) {
  const rows = [];
  for (let i = 0; i < SELECTIONS; i += 1) {
    const { x, y } = await target(page, i * 31);
    await page.mouse.move(x, y);
    await painted(page);
    // Until a preview that the pointer has called up stands.
    await page.waitForTimeout(200);
    rows.push(await measure(() => page.mouse.click(x, y)));
  }
  return rows;
}

const folders = process.argv.slice(2);
const windows = await Promise.all((folders.length > 0 ? folders : [undefined]).map((folder) => start(folder)));
const found = windows.map(() => new Map());
const keep = (into, name, rows) => into.set(name, [...(into.get(name) ?? []), ...rows]);
for (let round = 0; round < ROUNDS; round += 1)
  for (const [i, window] of windows.entries()) {
    const small = await window.open({ nodes: 200 });
    const measure = await meter(small.page);
    for (const [name, gesture] of Object.entries(GESTURES)) keep(found[i], `${name}, 200 nodes`, await gesture(small.page, measure));
    await small.close();
    const large = await window.open({ nodes: 1000 });
    keep(found[i], 'selection, 1,000 nodes', await selections(large.page, await meter(large.page)));
    await large.close();
  }
for (const window of windows) await window.close();
console.log(`Milliseconds of the main thread a frame, median / 95 of 100 (${ROUNDS} rounds)`);
for (const [i, table] of found.entries()) {
  console.log(`\n${(folders[i] ?? '').padEnd(26)}${['script', 'style', 'layout', 'all'].map((name) => name.padStart(15)).join('')}`);
  for (const [name, rows] of table) console.log(`${name.padEnd(26)}${told(rows)}`);
}
