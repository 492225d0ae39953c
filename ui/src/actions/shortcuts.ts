// Opens the sheet of all keys.
import type { Action } from './action.ts';

export const shortcuts: Action = {
  id: 'shortcuts',
  label: 'action.shortcuts',
  group: 'app',
  shortcuts: [{ key: '?' }],
  enabled: () => true,
  perform: (session) => (session.dialog = 'shortcuts'),
};
