// Deletes what is selected; undo brings it back.
import type { Action } from './action.ts';

export const deleteAction: Action = {
  id: 'delete',
  label: 'action.delete',
  group: 'edit',
  shortcuts: [{ key: 'Delete' }],
  enabled: (session) => session.selected !== null,
  perform: (session) => {
    const claim = session.trail.here.selected;
    if (claim === null) return;
    // The keyboard must not fall out of the graph with the node it stood on.
    const inGraph = document.activeElement?.closest('[data-node]') != null;
    void session.perform({ command: 'delete', claim }).then((done) => done && inGraph && session.figure?.focus(null));
  },
};
