// Opens the form with everything about what is selected that the reader can set.
import type { Action } from './action.ts';

export const edit: Action = {
  id: 'edit',
  label: 'action.edit',
  group: 'edit',
  shortcuts: [{ key: 'e' }],
  menu: ['node', 'line'],
  enabled: (session) => session.selected !== null && session.chosen.length === 1,
  perform: (session) => (session.dialog = 'edit'),
};
