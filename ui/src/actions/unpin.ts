// Lets a node go that the reader has placed.
import type { Action } from './action.ts';

export const unpin: Action = {
  id: 'unpin',
  label: 'action.unpin',
  group: 'edit',
  shortcuts: [{ key: 'u' }],
  menu: ['node'],
  enabled: (session) => {
    const id = session.trail.here.selected;
    return id !== null && (session.links?.nodes.get(id)?.pinned ?? false);
  },
  perform: (session) => {
    const node = session.trail.here.selected;
    if (node !== null) void session.perform({ command: 'unpin', node });
  },
};
