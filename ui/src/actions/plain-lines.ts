// Draws events as the lines they make, or as marks again.
import type { Action } from './action.ts';

export const plainLines: Action = {
  id: 'plainLines',
  label: 'action.plainLines',
  group: 'view',
  shortcuts: [{ key: 'y' }],
  menu: ['ground'],
  enabled: (session) => (session.reading?.snapshot.events.length ?? 0) > 0,
  perform: (session) => session.asking.foldEvents(),
};
