// Takes in one more step around what is in focus.
import type { Action } from './action.ts';

export const expand: Action = {
  id: 'expand',
  label: 'action.expand',
  group: 'view',
  shortcuts: [{ key: '.' }],
  menu: ['node', 'ground'],
  enabled: (session) => session.trail.here.focus !== null,
  perform: (session) => session.asking.hop(1),
};
