// Opens a text file through the file dialog.
import type { Action } from './action.ts';

export const open: Action = {
  id: 'open',
  label: 'action.open',
  group: 'article',
  shortcuts: [{ key: 'o', ctrl: true }],
  enabled: () => true,
  perform: (session) => void session.openFile(),
};
