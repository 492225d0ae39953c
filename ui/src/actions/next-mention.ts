// Goes to the next mention of what is selected.
import type { Action } from './action.ts';

export const nextMention: Action = {
  id: 'nextMention',
  label: 'action.nextMention',
  group: 'go',
  shortcuts: [{ key: 'F3' }],
  enabled: (session) => session.places().length > 0,
  perform: (session) => session.turn(1),
};
