// Says that what is selected is right, or takes that back.
import type { Action } from './action.ts';
import { hasMark, setMark } from './set-mark.ts';

export const check: Action = {
  id: 'check',
  label: 'action.check',
  group: 'edit',
  shortcuts: [{ key: 'v' }],
  menu: ['node', 'line'],
  telling: (session, t) => t(hasMark(session, 'checked') ? 'action.check.off' : 'action.check'),
  enabled: (session) => session.selected !== null,
  perform: (session) => setMark(session, 'checked'),
};
