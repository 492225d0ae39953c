// Opens the comparison of two nodes: those selected, or those that may be one.
import type { Action } from './action.ts';

export const merge: Action = {
  id: 'merge',
  label: 'action.merge',
  group: 'edit',
  shortcuts: [{ key: 'm' }],
  menu: ['node'],
  enabled: (session) => session.reading !== null && (session.chosen.length === 2 || session.reading.snapshot.suggestions.length > 0),
  perform: (session) => (session.dialog = 'merge'),
};
