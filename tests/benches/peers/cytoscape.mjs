// CPU time of cytoscape.js's `png()` in headless Chromium, over all of the browser's processes.
//
//     WARTAGRAF_PEERS=FOLDER node cytoscape.mjs GRAPH.json WIDTH ROUNDS
//
// FOLDER has `node_modules` with the packages of package.json beside this file. Prints a line a way of asking: milliseconds
// of a picture, the mean, and which way it was. GRAPH.json: {"nodes": [{"name", "x", "y", "event"}], "edges": [[from, to]]}.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));
const { chromium } = createRequire(join(ui, 'package.json'))('playwright-core');
const [graph, width, rounds] = [JSON.parse(await readFile(process.argv[2], 'utf8')), Number(process.argv[3]), Number(process.argv[4])];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.setContent('<!doctype html><meta charset="utf-8"><div id="graph" style="width:1280px;height:800px"></div>');
await page.addScriptTag({ path: join(process.env.WARTAGRAF_PEERS, 'node_modules/cytoscape/dist/cytoscape.min.js') });
await page.evaluate(({ nodes, edges }) => {
  window.draw = (halo) => {
    window.cy?.destroy();
    window.cy = cytoscape({
      container: document.getElementById('graph'),
      elements: [
        ...nodes.map(({ name, x, y, event }, i) => ({ data: { id: `n${i}`, name }, position: { x, y }, classes: event ? 'event' : '' })),
        ...edges.map(([from, to]) => ({ data: { source: `n${from}`, target: `n${to}` } })),
      ],
      layout: { name: 'preset' },
      style: [
        { selector: 'node', style: { width: 26, height: 26, 'background-color': '#0072b2', label: 'data(name)', 'font-size': 12, 'font-family': 'sans-serif', 'text-valign': 'bottom', 'text-margin-y': 4, ...(halo ? { 'text-outline-width': 1.75, 'text-outline-color': '#fff' } : {}) } },
        { selector: '.event', style: { shape: 'diamond', width: 13, height: 13, 'background-color': '#e69f00', 'font-size': 11 } },
        { selector: 'edge', style: { width: 1.35, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'line-color': '#777', 'target-arrow-color': '#777', 'arrow-scale': 0.7 } },
      ],
    });
  };
}, graph);

const session = await browser.newBrowserCDPSession();
const spent = async () => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
};
/** A picture, each of a graph with another name in it; answers its size. */
const picture = (output, copy) =>
  page.evaluate(
    async ([how, n, wide]) => {
      window.cy.$('#n0').data('name', `Salinan ${n}`);
      const made = await window.cy.png({ full: true, maxWidth: wide, maxHeight: 100_000, bg: '#fff', output: how });
      return typeof made === 'string' ? made.length : made.size;
    },
    [output, copy, width],
  );

let shown = false;
for (const halo of [false, true])
  for (const output of ['base64', 'blob-promise']) {
    await page.evaluate((with_) => window.draw(with_), halo);
    await picture(output, -1);
    const before = await spent();
    let bytes = 0;
    for (let copy = 0; copy < rounds; copy += 1) bytes = await picture(output, copy);
    const each = (await spent()) - before;
    console.log(`${(each / rounds).toFixed(1)} PNG by ${output}${halo ? ', names with a halo' : ''}, ${Math.round((output === 'base64' ? bytes * 0.75 : bytes) / 1000)} kB`);
    if (!shown) {
      const sides = await page.evaluate(async (wide) => {
        const image = await createImageBitmap(await window.cy.png({ full: true, maxWidth: wide, maxHeight: 100_000, bg: '#fff', output: 'blob-promise' }));
        return `${image.width} x ${image.height}`;
      }, width);
      console.error(`the PNG of cytoscape.js has ${sides} pixels a side`);
      shown = true;
    }
  }
await browser.close();
