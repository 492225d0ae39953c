// Opens the field for a note on what is selected.
import type { Action } from './action.ts';

export const note: Action = {
  id: 'note',
  label: 'action.note',
  group: 'edit',
  shortcuts: [{ key: 't' }],
  menu: ['node', 'line'],
  enabled: (session) => session.selected !== null && session.chosen.length === 1,
  perform: (session) => (session.dialog = 'note'),
};
