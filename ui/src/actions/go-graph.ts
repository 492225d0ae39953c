// Moves the keyboard to the graph.
import { tick } from 'svelte';
import type { Action } from './action.ts';

export const goGraph: Action = {
  id: 'goGraph',
  label: 'action.goGraph',
  group: 'go',
  shortcuts: [{ key: '2', alt: true }],
  enabled: () => true,
  perform: (session) => {
    session.stage.show('graph');
    // A view that was away can take the keyboard only once it stands again.
    void tick().then(() => session.figure?.focus(null));
  },
};
