// Goes around the edges of the node, counter-clockwise.
import { edgeTurn } from './edge-turn.ts';
import type { Action } from './action.ts';

export const previousEdge: Action = {
  id: 'previousEdge',
  label: 'action.previousEdge',
  group: 'go',
  shortcuts: [{ key: '[' }],
  enabled: (session) => session.selected !== null,
  perform: (session) => edgeTurn(session, -1),
};
