// Shows or hides the small overview of the graph.
import type { Action } from './action.ts';

export const overview: Action = {
  id: 'overview',
  label: 'action.overview',
  group: 'view',
  shortcuts: [{ key: 'w' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.asking.overview = !session.asking.overview),
};
