// Opens the form for a node, event or relation that is missing.
import type { Action } from './action.ts';

export const add: Action = {
  id: 'add',
  label: 'action.add',
  group: 'edit',
  shortcuts: [{ key: 'i' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.dialog = 'add'),
};
