// Opens the form with date, source and language of the article.
import type { Action } from './action.ts';

export const describe: Action = {
  id: 'describe',
  label: 'action.describe',
  group: 'article',
  shortcuts: [{ key: 'i', ctrl: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => (session.dialog = 'describe'),
};
