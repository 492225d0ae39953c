// Changes between light and dark.
import type { Action } from './action.ts';

export const theme: Action = {
  id: 'theme',
  label: 'action.theme',
  group: 'app',
  shortcuts: [{ key: 'd', ctrl: true, shift: true }],
  enabled: () => true,
  perform: (session) => session.setTheme(session.theme === 'dark' ? 'light' : 'dark'),
};
