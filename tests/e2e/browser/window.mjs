// The built window in Debian's Chromium, served from this machine under the CSP of the desktop shell. Every test gets
// a page of its own, and every violation of the CSP, error on the console and request elsewhere fails it.
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { after, afterEach } from 'node:test';
import { fileURLToPath } from 'node:url';

const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));
const require = createRequire(join(ui, 'package.json'));
const { chromium } = require('playwright-core');

const DIST = join(ui, 'node_modules/.e2e');
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.woff2': 'font/woff2' };

/** The script of axe-core, to be evaluated in a page: as a script element the CSP would rightly refuse it. */
export const AXE = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * For the tests of one file: a browser of their own, and `open(options)` for a page. After each test its pages must have
 * complained of nothing, and are closed; with `keep` they stay open for the next. `last` may look at a page before that.
 */
export function pages({ keep = false, last = async () => undefined } = {}) {
  let starting;
  let tabs = [];
  after(async () => (await starting)?.close());
  afterEach(async () => {
    const ended = tabs;
    if (!keep) tabs = [];
    try {
      for (const { page } of ended) await last(page);
    } finally {
      if (!keep) for (const { close } of ended) await close();
    }
    assert.deepEqual(ended.flatMap(({ complaints }) => complaints), []);
  });
  return async (options) => {
    const window_ = await (starting ??= start());
    const tab = await window_.open(options);
    tabs.push(tab);
    return tab.page;
  };
}

/** Opens a pasted text, and waits until it is on view. */
export async function paste(page, text) {
  await page.locator('[data-action="paste"]').first().click();
  await page.locator('[data-field="text"]').fill(text);
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/** Starts server and browser; `open` gives a fresh page, `close` ends both. `dist` is the built page, where not the usual one. */
export async function start(dist = DIST) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    try {
      const body = await readFile(join(dist, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html', 'content-security-policy': CSP });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

  return {
    /** A page with the sample on view, or a made-up graph of so many `nodes`; `longer` makes every word longer; `slow`: a layout or a picture takes until it is stopped; `full`: no picture can be written. `complaints` fills with whatever the browser objects to. */
    async open({ width = 1280, height = 800, scheme = 'light', locale = 'id-ID', motion = 'reduce', settings = {}, nodes = 0, longer = false, slow = false, full = false, forced = 'none' } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale, reducedMotion: motion, forcedColors: forced });
      const complaints = [];
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      // A blob of the page itself never leaves it.
      page.on('request', (request) => request.url().replace(/^blob:/, '').startsWith(address) || complaints.push(`asked ${request.url()}`));
      await page.addInitScript((entries) => {
        addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
        // Only the first load of a page: what the window itself remembers must survive a reload.
        if (sessionStorage.getItem('seeded') !== null) return;
        sessionStorage.setItem('seeded', 'yes');
        for (const [key, value] of Object.entries(entries)) localStorage.setItem(`wartagraf.${key}`, value);
      }, settings);
      await page.goto(`${address}?${nodes > 0 ? `nodes=${nodes}&` : ''}${longer ? 'longer' : ''}${slow ? '&slow' : ''}${full ? '&full' : ''}`);
      await page.waitForSelector('html[data-ready="graph"]', { timeout: 20_000 });
      await page.evaluate(() => document.fonts.ready);
      return { page, complaints, close: () => context.close() };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
