// Takes away the outermost step around what is in focus.
import type { Action } from './action.ts';

export const shrink: Action = {
  id: 'shrink',
  label: 'action.shrink',
  group: 'view',
  shortcuts: [{ key: ',' }],
  menu: ['ground'],
  enabled: (session) => session.trail.here.focus !== null,
  perform: (session) => session.asking.hop(-1),
};
