// Goes to the sentence that speaks of what is selected.
import type { Action } from './action.ts';

export const readQuote: Action = {
  id: 'readQuote',
  label: 'action.readQuote',
  group: 'article',
  shortcuts: [{ key: 'g' }],
  menu: ['node', 'line'],
  enabled: (session) => session.places().length > 0,
  perform: (session) => {
    session.folded = { ...session.folded, article: false };
    const place = session.places()[session.current];
    if (place) session.goTo(place);
  },
};
