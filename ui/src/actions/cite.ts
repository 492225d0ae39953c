// Opens the list of sentences, to point at one as evidence.
import type { Action } from './action.ts';

export const cite: Action = {
  id: 'cite',
  label: 'action.cite',
  group: 'edit',
  shortcuts: [{ key: 'q' }],
  menu: ['line'],
  enabled: (session) => session.selected !== null && session.selected.what !== 'entity' && session.chosen.length === 1,
  perform: (session) => (session.dialog = 'cite'),
};
