// Changes between Indonesian and English.
import type { Action } from './action.ts';

export const language: Action = {
  id: 'language',
  label: 'action.language',
  group: 'app',
  shortcuts: [{ key: 'l', ctrl: true, shift: true }],
  enabled: () => true,
  perform: (session) => session.show({ language: session.language === 'id' ? 'en' : 'id' }),
};
