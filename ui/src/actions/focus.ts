// Leaves standing only what is near what is selected.
import type { Action } from './action.ts';

export const focus: Action = {
  id: 'focus',
  label: 'action.focus',
  group: 'view',
  shortcuts: [{ key: 'o' }],
  menu: ['node', 'line'],
  enabled: (session) => session.selected !== null,
  perform: (session) => session.asking.grow(),
};
