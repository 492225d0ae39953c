// Takes out of the selected node what was merged into it last.
import { touchedBy } from '../state/edits.ts';
import type { Session } from '../state/session.svelte.ts';
import type { Action } from './action.ts';

const last = (session: Session): { node: string; part: string } | null => {
  const [node, second] = session.chosen;
  if (!session.reading || node === undefined || second !== undefined) return null;
  const part = touchedBy(session.reading.snapshot, node)?.merged.at(-1);
  return part ? { node, part: part.id } : null;
};

export const split: Action = {
  id: 'split',
  label: 'action.split',
  group: 'edit',
  shortcuts: [{ key: 'm', shift: true }],
  menu: ['node'],
  enabled: (session) => last(session) !== null,
  perform: (session) => {
    const found = last(session);
    if (found) void session.perform({ command: 'split', ...found });
  },
};
