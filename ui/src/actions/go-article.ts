// Moves the keyboard to the article.
import type { Action } from './action.ts';

export const goArticle: Action = {
  id: 'goArticle',
  label: 'action.goArticle',
  group: 'go',
  shortcuts: [{ key: '1', alt: true }],
  enabled: () => true,
  perform: (session) => {
    session.folded = { ...session.folded, article: false };
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-pane="article"] [data-home]')?.focus());
  },
};
