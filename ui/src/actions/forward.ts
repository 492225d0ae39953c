// Goes forward again to the view gone back from.
import type { Action } from './action.ts';

export const forward: Action = {
  id: 'forward',
  label: 'action.forward',
  group: 'go',
  shortcuts: [{ key: 'ArrowRight', alt: true }],
  enabled: (session) => session.trail.future.length > 0,
  perform: (session) => session.forward(),
};
