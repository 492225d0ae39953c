// Finds words in the article.
import type { Action } from './action.ts';

export const find: Action = {
  id: 'find',
  label: 'action.find',
  group: 'article',
  shortcuts: [{ key: 'f', ctrl: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => {
    session.folded = { ...session.folded, article: false };
    session.finder.show();
  },
};
