// Shows the whole graph again.
import type { Action } from './action.ts';

export const unfocus: Action = {
  id: 'unfocus',
  label: 'action.unfocus',
  group: 'view',
  shortcuts: [{ key: 'o', shift: true }],
  menu: ['node', 'ground'],
  enabled: (session) => session.trail.here.focus !== null,
  perform: (session) => session.asking.unfocus(),
};
