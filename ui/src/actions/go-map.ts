// Shows the map and moves the keyboard to it.
import type { Action } from './action.ts';

export const goMap: Action = {
  id: 'goMap',
  label: 'action.goMap',
  group: 'go',
  shortcuts: [{ key: '6', alt: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => session.stage.show('map', true),
};
