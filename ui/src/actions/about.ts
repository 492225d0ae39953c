// Tells version, licences and credits.
import type { Action } from './action.ts';

export const about: Action = {
  id: 'about',
  label: 'action.about',
  group: 'app',
  shortcuts: [{ key: 'F1', shift: true }],
  enabled: () => true,
  perform: (session) => (session.dialog = 'about'),
};
