// Deletes what is selected; undo brings it back.
import type { Action } from './action.ts';

export const deleteAction: Action = {
  id: 'delete',
  label: 'action.delete',
  group: 'edit',
  shortcuts: [{ key: 'Delete' }],
  menu: ['node', 'line'],
  enabled: (session) => session.selected !== null,
  perform: (session) => {
    // The keyboard must not fall out of the graph with the node it stood on.
    const inGraph = document.activeElement?.closest('[data-node]') != null;
    // Claims before the actors that would take them along.
    const order = [...session.chosen].sort((a, b) => Number(session.reading?.entities.has(a)) - Number(session.reading?.entities.has(b)));
    void Promise.all(order.map((claim) => session.perform({ command: 'delete', claim }))).then(
      (done) => done.includes(true) && inGraph && session.figure?.focus(null),
    );
  },
};
