// Turns what is selected around: who did it and to whom.
import type { Action } from './action.ts';

export const exchange: Action = {
  id: 'exchange',
  label: 'action.exchange',
  group: 'edit',
  shortcuts: [{ key: 'x' }],
  menu: ['line'],
  enabled: (session) => session.chosen.length === 1 && (session.selected?.what === 'event' || session.selected?.what === 'relation'),
  perform: (session) => {
    const [claim] = session.chosen;
    if (claim !== undefined) void session.perform({ command: 'exchange', claim });
  },
};
