// The sheets for blind judging: each article drawn by us, by Graphviz (neato, overlaps removed by prism) and by fCoSE
// (cytoscape.js), the same graph in the same colours, as A, B and C in an order that the key tells.
//
//     WARTAGRAF_PEERS=FOLDER node blind.mjs WARTA OUT ARTICLE...
//
// WARTA is the program `warta`, OUT a folder: blind-1.png ... and blind-key.tsv. FOLDER: see cytoscape.mjs.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));
const { chromium } = createRequire(join(ui, 'package.json'))('playwright-core');
const peers = join(process.env.WARTAGRAF_PEERS, 'node_modules');
const [warta, out, ...articles] = process.argv.slice(2);
const passing = await mkdtemp(join(tmpdir(), 'wartagraf-blind-'));

const COLORS = { person: '#0072b2', organization: '#c46ba0', group: '#c46ba0', country: '#009e73', place: '#009e73', facility: '#009e73', event: '#e69f00' };
const SHAPES = { person: 'ellipse', organization: 'hexagon', group: 'hexagon', country: 'round-rectangle', place: 'round-rectangle', facility: 'round-rectangle', event: 'diamond' };
const DOT = { ellipse: 'circle', hexagon: 'hexagon', 'round-rectangle': 'box', diamond: 'diamond', triangle: 'triangle' };

/** Nodes and lines of an article, as `warta extract` tells them. */
function graph(article) {
  const read = JSON.parse(execFileSync(warta, ['extract', article], { maxBuffer: 1 << 26 }));
  const language = read.article.language === 'en' ? 'en' : 'id';
  const nodes = [
    ...read.entities.map(({ id, kind, names }) => ({ id, name: names[language], kind })),
    ...read.events.map(({ id, label, kind }) => ({ id, name: label || kind.toLowerCase(), kind: 'event' })),
  ];
  const lines = [
    ...read.events.flatMap(({ id, roles, place, attributed_to: voucher }) => [
      ...roles.map(({ role, entity }) => (role === 'source' ? [entity, id, true] : [id, entity, role === 'target'])),
      ...[place, voucher].filter(Boolean).map((entity) => [id, entity, false]),
    ]),
    ...read.relations.map(({ subject, object }) => [subject, object, false]),
  ];
  const tied = new Set(lines.flatMap(([from, to]) => [from, to]));
  return { nodes: nodes.filter(({ id }) => tied.has(id)), lines };
}

function byNeato({ nodes, lines }) {
  const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&')}"`;
  const node = ({ id, name, kind }) => {
    const size = kind === 'event' ? 0.18 : 0.36;
    return `${quoted(id)} [shape=${DOT[SHAPES[kind] ?? 'triangle']}, width=${size}, height=${size}, fixedsize=true, label="", xlabel=${quoted(name)}, fillcolor="${COLORS[kind] ?? '#555555'}"];`;
  };
  const line = ([from, to, head]) => `${quoted(from)} -> ${quoted(to)} [arrowhead=${head ? 'normal' : 'none'}];`;
  const text = `digraph g { graph [overlap=prism, splines=true, forcelabels=true, sep="+18,12"]; node [style=filled, color=white, fontname="DejaVu Sans", fontsize=9]; edge [color="#777777", arrowsize=0.6];\n${nodes.map(node).join('\n')}\n${lines.map(line).join('\n')}\n}`;
  return execFileSync('neato', ['-Tpng', '-Gdpi=144'], { input: text, maxBuffer: 1 << 26 });
}

async function byFcose(page, { nodes, lines }) {
  const elements = [
    ...nodes.map(({ id, name, kind }) => ({ data: { id, name, color: COLORS[kind] ?? '#555555', shape: SHAPES[kind] ?? 'triangle', size: kind === 'event' ? 13 : 26 } })),
    ...lines.map(([source, target, head]) => ({ data: { source, target, head: head ? 'triangle' : 'none' } })),
  ];
  const url = await page.evaluate(async (all) => {
    // fCoSE starts from chance: the same for everyone.
    let seed = 7;
    Math.random = () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
    const cy = cytoscape({
      container: document.getElementById('graph'),
      elements: all,
      style: [
        { selector: 'node', style: { width: 'data(size)', height: 'data(size)', shape: 'data(shape)', 'background-color': 'data(color)', label: 'data(name)', 'font-size': 12, 'font-family': 'DejaVu Sans, sans-serif', 'text-valign': 'bottom', 'text-margin-y': 4, 'text-outline-width': 1.75, 'text-outline-color': '#fff' } },
        { selector: 'edge', style: { width: 1.35, 'curve-style': 'bezier', 'target-arrow-shape': 'data(head)', 'line-color': '#777', 'target-arrow-color': '#777', 'arrow-scale': 0.7 } },
      ],
    });
    const layout = cy.layout({ name: 'fcose', quality: 'proof', nodeDimensionsIncludeLabels: true, animate: false });
    const done = layout.promiseOn('layoutstop');
    layout.run();
    await done;
    return cy.png({ full: true, scale: 2, bg: '#fff' });
  }, elements);
  return Buffer.from(url.split(',')[1], 'base64');
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const key = ['sheet\tarticle\tA\tB\tC'];
let seed = 20_261;
const chance = (most) => (seed = (seed * 48_271) % 2_147_483_647) % most;
for (const [at, article] of articles.entries()) {
  const read = graph(article);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="graph" style="width:900px;height:700px"></div>');
  for (const script of ['layout-base/layout-base.js', 'cose-base/cose-base.js', 'cytoscape/dist/cytoscape.min.js', 'cytoscape-fcose/cytoscape-fcose.js'])
    await page.addScriptTag({ path: join(peers, script) });
  const ours = join(passing, 'ours.png');
  execFileSync(warta, ['render', article, '-o', ours, '--no-legend', '--title', '', '--scale', '2']);
  const drawings = [['ours', await readFile(ours)], ['neato + prism', byNeato(read)], ['fCoSE', await byFcose(page, read)]];
  for (let i = 2; i > 0; i -= 1) {
    const j = chance(i + 1);
    [drawings[i], drawings[j]] = [drawings[j], drawings[i]];
  }
  const panel = ([, bytes], i) => `<figure><figcaption>${'ABC'[i]}</figcaption><img src="data:image/png;base64,${bytes.toString('base64')}"></figure>`;
  await page.setViewportSize({ width: 1680, height: 560 });
  await page.setContent(`<!doctype html><style>body{margin:0;background:#fff;display:grid;grid-template-columns:repeat(3,560px);font:600 16px sans-serif}figure{margin:0;padding:10px;box-sizing:border-box;height:560px;border-left:1px solid #ddd;display:grid;grid-template-rows:24px 1fr}img{width:540px;height:510px;object-fit:contain}</style>${drawings.map(panel).join('')}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.screenshot({ path: join(out, `blind-${at + 1}.png`) });
  await page.close();
  key.push([`blind-${at + 1}.png`, basename(article), ...drawings.map(([who]) => who)].join('\t'));
}
await browser.close();
await writeFile(join(out, 'blind-key.tsv'), `${key.join('\n')}\n`);
