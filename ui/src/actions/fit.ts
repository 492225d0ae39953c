// Shows the whole graph.
import type { Action } from './action.ts';

export const fit: Action = {
  id: 'fit',
  label: 'action.fit',
  group: 'view',
  shortcuts: [{ key: 'f' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.figure?.fit(),
};
