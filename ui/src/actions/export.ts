// Opens the dialog that saves a picture.
import type { Action } from './action.ts';

export const exportAction: Action = {
  id: 'export',
  label: 'action.export',
  group: 'article',
  shortcuts: [{ key: 'e', ctrl: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.dialog = 'export'),
};
