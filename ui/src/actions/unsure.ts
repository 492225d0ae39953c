// Shows or hides readings under 0.5.
import type { Action } from './action.ts';

export const unsure: Action = {
  id: 'unsure',
  label: 'action.unsure',
  group: 'view',
  shortcuts: [{ key: 'h' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => {
    const { filter } = session.trail.here;
    session.filter({ ...filter, unsure: !filter.unsure });
  },
};
