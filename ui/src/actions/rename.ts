// Opens the form that renames an actor or an event.
import type { Action } from './action.ts';

export const rename: Action = {
  id: 'rename',
  label: 'action.rename',
  group: 'edit',
  shortcuts: [{ key: 'F2' }],
  menu: ['node'],
  enabled: (session) => session.selected !== null && session.selected.what !== 'relation',
  perform: (session) => (session.dialog = 'rename'),
};
