// Joins those who stand in one sentence, or no longer.
import type { Action } from './action.ts';

export const together: Action = {
  id: 'together',
  label: 'action.together',
  group: 'view',
  shortcuts: [{ key: 'b' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.asking.joinCompanions(),
};
