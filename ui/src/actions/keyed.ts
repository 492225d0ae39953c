// Sentences that name keys: "{undo} takes back the last change" is written with the id of an action, and says the key
// that the action has. Pure.
import type { Words } from '../state/words.ts';
import { spelled } from './action.ts';
import { ACTIONS } from './list.ts';

/** A piece of a sentence: words, or the name of a key. */
export interface Piece {
  text: string;
  key: boolean;
}

/** Keys that no action has for itself. */
const BARE = ['arrows', 'enter', 'shiftEnter', 'tab', 'copy'] as const;

/** The sentence in pieces; `{id}` is the first key of that action, or one of the bare keys. */
export function keyed(sentence: string, t: Words): Piece[] {
  return sentence.split(/\{(\w+)\}/).map((text, i) => (i % 2 === 0 ? { text, key: false } : { text: spell(text, t) ?? `{${text}}`, key: true }));
}

function spell(id: string, t: Words): string | null {
  const bare = BARE.find((one) => one === id);
  if (bare) return t(`key.${bare}`);
  const shortcut = ACTIONS.find((action) => action.id === id)?.shortcuts[0];
  return shortcut ? spelled(shortcut) : null;
}
