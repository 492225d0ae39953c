// Goes to the previous mention of what is selected.
import type { Action } from './action.ts';

export const previousMention: Action = {
  id: 'previousMention',
  label: 'action.previousMention',
  group: 'go',
  shortcuts: [{ key: 'F3', shift: true }],
  enabled: (session) => session.finder.found.length > 0 || session.places().length > 0,
  perform: (session) => (session.finder.found.length > 0 ? session.finder.turn(-1) : session.turn(-1)),
};
