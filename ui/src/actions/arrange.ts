// Arranges the graph anew; nodes the reader placed stay.
import type { Action } from './action.ts';

export const arrange: Action = {
  id: 'arrange',
  label: 'action.arrange',
  group: 'view',
  shortcuts: [{ key: 'l' }],
  menu: ['ground'],
  enabled: (session) => session.reading !== null,
  perform: (session) => void session.perform({ command: 'arrange' }).then((done) => done && session.figure?.fit()),
};
