// Shows the table and moves the keyboard to it.
import type { Action } from './action.ts';

export const goTable: Action = {
  id: 'goTable',
  label: 'action.goTable',
  group: 'go',
  shortcuts: [{ key: '5', alt: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.stage.show('table', true),
};
