// Opens the list of rules that hold for every article.
import type { Action } from './action.ts';

export const rules: Action = {
  id: 'rules',
  label: 'action.rules',
  group: 'edit',
  shortcuts: [{ key: 'r' }],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.dialog = 'rules'),
};
