// Opens the palette: actors, events and commands.
import type { Action } from './action.ts';

export const search: Action = {
  id: 'search',
  label: 'action.search',
  group: 'go',
  shortcuts: [{ key: 'k', ctrl: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.dialog = 'search'),
};
