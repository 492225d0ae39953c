// Brings the graph closer.
import type { Action } from './action.ts';

export const zoomIn: Action = {
  id: 'zoomIn',
  label: 'action.zoomIn',
  group: 'view',
  shortcuts: [{ key: '+' }, { key: '=' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.figure?.zoom(1.25),
};
