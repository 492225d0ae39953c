// Shows or hides the grounds behind the nodes of one country.
import type { Action } from './action.ts';

export const halos: Action = {
  id: 'halos',
  label: 'action.halos',
  group: 'view',
  shortcuts: [{ key: 'c' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.asking.turnHalos(),
};
