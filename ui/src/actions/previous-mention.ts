// Goes to the previous mention of what is selected.
import type { Action } from './action.ts';

export const previousMention: Action = {
  id: 'previousMention',
  label: 'action.previousMention',
  group: 'go',
  shortcuts: [{ key: 'F3', shift: true }],
  enabled: (session) => session.places().length > 0,
  perform: (session) => session.turn(-1),
};
