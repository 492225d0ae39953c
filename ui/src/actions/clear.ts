// Lets go of the selection.
import type { Action } from './action.ts';

export const clear: Action = {
  id: 'clear',
  label: 'action.clear',
  group: 'go',
  shortcuts: [{ key: 'Escape' }],
  menu: ['ground'],
  enabled: (session) => session.selected !== null,
  perform: (session) => session.select(null),
};
