// An article with its edits as the core played them: what the window's edits are tried against. See `contract.rs`.
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

const FILE = import.meta.glob<Recorded>('../../../tests/contract/edits.json', { import: 'default' });

/** The text and its steps. */
export async function recorded(): Promise<Recorded> {
  const [load] = Object.values(FILE);
  return load ? load() : { text: '', steps: [] };
}
