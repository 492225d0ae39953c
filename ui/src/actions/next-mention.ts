// Goes to the next place of what is looked for, else to the next mention of what is selected.
import type { Action } from './action.ts';

export const nextMention: Action = {
  id: 'nextMention',
  label: 'action.nextMention',
  group: 'go',
  shortcuts: [{ key: 'F3' }],
  enabled: (session) => session.finder.found.length > 0 || session.places().length > 0,
  perform: (session) => (session.finder.found.length > 0 ? session.finder.turn(1) : session.turn(1)),
};
