// Goes back to the view before: its selection and its filters.
import type { Action } from './action.ts';

export const back: Action = {
  id: 'back',
  label: 'action.back',
  group: 'go',
  shortcuts: [{ key: 'ArrowLeft', alt: true }],
  enabled: (session) => session.trail.past.length > 0,
  perform: (session) => session.back(),
};
