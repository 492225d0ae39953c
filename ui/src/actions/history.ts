// Opens or closes the list of all changes.
import type { Action } from './action.ts';

export const history: Action = {
  id: 'history',
  label: 'action.history',
  group: 'edit',
  shortcuts: [{ key: 'h', ctrl: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.history = !session.history),
};
