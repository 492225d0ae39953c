// The orders that a figure can be put in. Pure.
import type { Layout } from '../bindings/wire.ts';

export type { Layout };

/** In the order of menus and keys. */
export const LAYOUTS: readonly Layout[] = ['stress', 'layered', 'radial', 'circular', 'kind', 'timeline'];
