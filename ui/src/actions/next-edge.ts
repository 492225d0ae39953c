// Goes around the edges of the node, clockwise.
import { edgeTurn } from './edge-turn.ts';
import type { Action } from './action.ts';

export const nextEdge: Action = {
  id: 'nextEdge',
  label: 'action.nextEdge',
  group: 'go',
  shortcuts: [{ key: ']' }],
  enabled: (session) => session.selected !== null,
  perform: (session) => edgeTurn(session, 1),
};
