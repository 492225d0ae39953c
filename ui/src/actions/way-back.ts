// Shows the shortest way before this one.
import type { Action } from './action.ts';

export const wayBack: Action = {
  id: 'wayBack',
  label: 'action.wayBack',
  group: 'go',
  shortcuts: [{ key: 'p', shift: true }],
  enabled: (session) => session.asking.ways.length > 1,
  perform: (session) => session.asking.goWay(-1),
};
