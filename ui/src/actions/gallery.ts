// Opens the gallery of articles to begin with.
import type { Action } from './action.ts';

export const gallery: Action = {
  id: 'gallery',
  label: 'action.gallery',
  group: 'article',
  shortcuts: [{ key: 'g', ctrl: true }],
  enabled: () => true,
  perform: (session) => (session.dialog = 'gallery'),
};
