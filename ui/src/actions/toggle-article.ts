// Folds the article into a rail, or opens it.
import type { Action } from './action.ts';

export const toggleArticle: Action = {
  id: 'toggleArticle',
  label: 'action.toggleArticle',
  group: 'view',
  shortcuts: [{ key: 'b', ctrl: true }],
  enabled: () => true,
  perform: (session) => (session.folded = { ...session.folded, article: !session.folded.article }),
};
