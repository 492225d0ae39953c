// Shows the shortest ways between the two that are selected, one after the other.
import type { Action } from './action.ts';

export const way: Action = {
  id: 'way',
  label: 'action.way',
  group: 'go',
  shortcuts: [{ key: 'p' }],
  menu: ['node'],
  enabled: (session) => session.asking.pair !== null,
  perform: (session) => session.asking.goWay(),
};
