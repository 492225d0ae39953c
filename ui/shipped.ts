// Which libraries are in the window's own code: asked of the bundler once it has left out what nothing uses, and written
// into the page in place of a placeholder. No list is kept by hand.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What `src/panels/about/shipped.ts` holds until the page is built. */
const PLACEHOLDER = /(["'`])__SHIPPED_LIBRARIES__\1/;

/** The plugin. */
export function shipped(): Plugin {
  return {
    name: 'wartagraf-shipped',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const used = chunks.flatMap((chunk) => Object.entries(chunk.modules).filter(([, module]) => module.renderedLength > 0).map(([id]) => id));
      const lines = [...new Set(used.map(libraryOf))].filter((line) => line !== null).sort();
      const held = chunks.filter((chunk) => PLACEHOLDER.test(chunk.code));
      if (held.length !== 1) this.error(`${held.length} files of the page hold the list of libraries, not one`);
      for (const chunk of held) chunk.code = chunk.code.replace(PLACEHOLDER, () => lines.map((line) => JSON.stringify(line)).join());
    },
  };
}

/** Name, version and licence of the package that a module lies in, with tabs between; none for a module of our own. */
function libraryOf(module: string): string | null {
  const match = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.replaceAll('\\', '/').replace(/^\0/, ''));
  if (!match) return null;
  const { name, version, license } = JSON.parse(readFileSync(`${match[0]}/package.json`, 'utf8')) as Record<string, string>;
  return [name, version, license].join('\t');
}
