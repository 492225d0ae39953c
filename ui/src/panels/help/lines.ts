// What the help says, by section: keys of the locale, so that both languages say the same. Pure.
import type { Key } from '../../state/words.ts';

export const SECTIONS = ['read', 'evidence', 'edit', 'export', 'keys'] as const;
export type Section = (typeof SECTIONS)[number];

/** How many sentences each section has, `help.read.1` and on. */
const COUNT: Record<Section, number> = { read: 3, evidence: 5, edit: 5, export: 4, keys: 6 };

/** The sentences of a section. */
export function lines(section: Section): Key[] {
  return Array.from({ length: COUNT[section] }, (_, i) => `help.${section}.${i + 1}` as Key);
}
