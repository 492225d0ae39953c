// Opens the menu of commands for what is selected, where it stands.
import type { Action } from './action.ts';

export const menu: Action = {
  id: 'menu',
  label: 'action.menu',
  group: 'go',
  shortcuts: [{ key: 'F10', shift: true }, { key: 'ContextMenu' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.figure?.menu(),
};
