// Folds the inspector into a rail, or opens it.
import type { Action } from './action.ts';

export const toggleInspector: Action = {
  id: 'toggleInspector',
  label: 'action.toggleInspector',
  group: 'view',
  shortcuts: [{ key: 'b', ctrl: true, shift: true }],
  enabled: () => true,
  perform: (session) => (session.folded = { ...session.folded, inspector: !session.folded.inspector }),
};
