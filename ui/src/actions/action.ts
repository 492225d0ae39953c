// An action of the reader: the one record from which menu, toolbar, palette, keyboard and shortcuts sheet are made.
import type { Session } from '../state/session.svelte.ts';
import type { Key, Words } from '../state/words.ts';

/** A key with its modifiers. Letters are lower case; signs that need Shift on some keyboards ignore it. */
export interface Shortcut {
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

export type Group = 'article' | 'view' | 'edit' | 'go' | 'app';

/** What a menu of commands is about. */
export type Target = 'node' | 'line' | 'ground';

export interface Action {
  id: string;
  label: Key;
  group: Group;
  shortcuts: Shortcut[];
  /** On what the menu of commands under the pointer has it: a node, a line, the empty ground. */
  menu?: readonly Target[];
  /** A fuller label for the moment, such as what will be undone. */
  telling?(session: Session, t: Words): string;
  enabled(session: Session): boolean;
  perform(session: Session): void;
}

/** Whether a key press is this shortcut. */
export function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const letter = shortcut.key.length === 1 && /[a-z]/.test(shortcut.key);
  const named = shortcut.key.length > 1;
  if ((event.ctrlKey || event.metaKey) !== (shortcut.ctrl ?? false) || event.altKey !== (shortcut.alt ?? false)) return false;
  if ((letter || named) && event.shiftKey !== (shortcut.shift ?? false)) return false;
  return (letter ? event.key.toLowerCase() : event.key) === shortcut.key;
}

const SIGNS: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', ContextMenu: '☰', Delete: 'Del' };

/** "Ctrl Shift Z". */
export function spelled(shortcut: Shortcut): string {
  const parts = [shortcut.ctrl ? 'Ctrl' : '', shortcut.alt ? 'Alt' : '', shortcut.shift ? 'Shift' : ''];
  const key = SIGNS[shortcut.key] ?? (shortcut.key.length === 1 ? shortcut.key.toUpperCase() : shortcut.key);
  return [...parts, key].filter((part) => part !== '').join(' ');
}

/** The same for `aria-keyshortcuts`. */
export function keyShortcuts(action: Action): string | undefined {
  const all = action.shortcuts.map((shortcut) =>
    [shortcut.ctrl ? 'Control' : '', shortcut.alt ? 'Alt' : '', shortcut.shift ? 'Shift' : '', shortcut.key]
      .filter((part) => part !== '')
      .join('+'),
  );
  return all.length > 0 ? all.join(' ') : undefined;
}
