// Opens the comparison of two nodes: those selected, the one selected and another that is chosen there, or those that may
// be one.
import { mates } from '../state/edits.ts';
import type { Action } from './action.ts';

export const merge: Action = {
  id: 'merge',
  label: 'action.merge',
  group: 'edit',
  shortcuts: [{ key: 'm' }],
  menu: ['node'],
  enabled: (session) =>
    session.reading !== null &&
    (session.chosen.length === 2 || session.reading.snapshot.suggestions.length > 0 || (session.chosen.length === 1 && mates(session.reading, session.chosen[0] ?? '').length > 0)),
  perform: (session) => (session.dialog = 'merge'),
};
