// Says that what is selected is not certain, or takes that back.
import type { Action } from './action.ts';
import { hasMark, setMark } from './set-mark.ts';

export const doubt: Action = {
  id: 'doubt',
  label: 'action.doubt',
  group: 'edit',
  shortcuts: [{ key: 'd' }],
  menu: ['node', 'line'],
  telling: (session, t) => t(hasMark(session, 'doubtful') ? 'action.doubt.off' : 'action.doubt'),
  enabled: (session) => session.selected !== null,
  perform: (session) => setMark(session, 'doubtful'),
};
