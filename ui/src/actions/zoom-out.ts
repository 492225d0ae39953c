// Takes the graph further away.
import type { Action } from './action.ts';

export const zoomOut: Action = {
  id: 'zoomOut',
  label: 'action.zoomOut',
  group: 'view',
  shortcuts: [{ key: '-' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.figure?.zoom(0.8),
};
