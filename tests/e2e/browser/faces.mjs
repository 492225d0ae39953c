// Pictures of every screen in both themes and both languages, for the eye; axe on each of them. Ends with a failure where
// axe finds anything.
//
//     npm --prefix ui run faces -- FOLDER [SCREEN...]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SCREENS } from './screens.mjs';
import { AXE, start } from './window.mjs';

const [folder, ...only] = process.argv.slice(2);
if (!folder) throw new Error('Where are the pictures to go?');
await mkdir(folder, { recursive: true });
const window_ = await start();
const found = [];
for (const theme of ['light', 'dark'])
  for (const language of ['id', 'en']) {
    const { page, complaints, close } = await window_.open({ settings: { theme, language } });
    await page.evaluate(AXE);
    let n = 0;
    for (const [name, go] of Object.entries(SCREENS)) {
      await go(page);
      await page.waitForTimeout(120);
      n += 1;
      if (only.length > 0 && !only.includes(name)) continue;
      await page.mouse.move(2, 798);
      await page.screenshot({ path: join(folder, `${String(n).padStart(2, '0')}-${name}-${theme}-${language}.png`) });
      const broken = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document.querySelector('dialog[open]') ?? document, { resultTypes: ['violations'] });
        return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(' | ')}`);
      });
      found.push(...broken.map((one) => `${theme}, ${language}, ${name}: ${one}`));
    }
    found.push(...complaints);
    await close();
  }
await window_.close();
console.log(`${Object.keys(SCREENS).length} screens, 4 faces, in ${folder}; axe found ${found.length}`);
for (const one of found) console.log(`  ${one}`);
process.exitCode = found.length > 0 ? 1 : 0;
