// The two marks that the reader can put on anything: the same key takes them away again.
import { touchedBy } from '../state/edits.ts';
import type { Session } from '../state/session.svelte.ts';

type Mark = 'checked' | 'doubtful';

/** Whether everything that is selected has this mark. */
export function hasMark(session: Session, mark: Mark): boolean {
  const snapshot = session.reading?.snapshot;
  return snapshot !== undefined && session.chosen.length > 0 && session.chosen.every((id) => touchedBy(snapshot, id)?.mark === mark);
}

/** Puts the mark on everything that is selected, or takes it away where all have it. */
export function setMark(session: Session, mark: Mark): void {
  const wanted = hasMark(session, mark) ? null : mark;
  for (const thing of session.chosen) void session.perform({ command: 'setMark', thing, mark: wanted });
}
