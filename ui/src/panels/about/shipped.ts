// The libraries in the window's own code. The build writes them in (`shipped.ts` beside `vite.config.ts`).
import type { Library } from '../../bindings/wire.ts';

/** Name, version and licence of each, with tabs between. */
const LINES: string[] = ['__SHIPPED_LIBRARIES__'];

/** In the order of names; none where the page has not been built. */
export const shipped: readonly Library[] = LINES.map((line) => line.split('\t'))
  .filter((parts) => parts.length === 3)
  .map(([name = '', version = '', licence = '']) => ({ name, version, licence }));
