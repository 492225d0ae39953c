// Moves the keyboard to the graph.
import type { Action } from './action.ts';

export const goGraph: Action = {
  id: 'goGraph',
  label: 'action.goGraph',
  group: 'go',
  shortcuts: [{ key: '2', alt: true }],
  enabled: () => true,
  perform: (session) => {
    session.figure?.focus(null);
  },
};
