// Articles with their edits as the core played them: what the window's edits are tried against. See `contract.rs`.
import type { Command, Snapshot } from '../bindings/wire.ts';

/** A command and what it came to; the first step has none. */
export interface Step {
  command: Command | null;
  snapshot: Snapshot;
}

interface Recorded {
  text: string;
  steps: Step[];
}

const FILES = import.meta.glob<Recorded>('../../../tests/contract/edits*.json', { import: 'default' });

/** The steps of the article with this text; none where it is not a recorded one. */
export async function recorded(text: string): Promise<Step[] | null> {
  const all = await Promise.all(Object.values(FILES).map((load) => load()));
  return all.find((one) => one.text.trim() === text.trim())?.steps ?? null;
}
