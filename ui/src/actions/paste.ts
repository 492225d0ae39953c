// Opens the dialog into which an article is pasted. Ctrl+V outside a field reads the clipboard at once.
import type { Action } from './action.ts';

export const paste: Action = {
  id: 'paste',
  label: 'action.paste',
  group: 'article',
  shortcuts: [{ key: 'v', ctrl: true, shift: true }],
  enabled: () => true,
  perform: (session) => (session.dialog = 'paste'),
};
