// Opens the help: how to read the graph, where the evidence is, how to change and keep things, the way by keyboard.
import type { Action } from './action.ts';

export const help: Action = {
  id: 'help',
  label: 'action.help',
  group: 'app',
  shortcuts: [{ key: 'F1' }],
  enabled: () => true,
  perform: (session) => (session.dialog = 'help'),
};
