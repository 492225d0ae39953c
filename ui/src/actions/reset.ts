// Shows the graph at its own size.
import type { Action } from './action.ts';

export const reset: Action = {
  id: 'reset',
  label: 'action.reset',
  group: 'view',
  shortcuts: [{ key: '0' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.figure?.reset(),
};
