// Copies the current quote with publisher, title and date.
import type { Action } from './action.ts';

export const copyQuote: Action = {
  id: 'copyQuote',
  label: 'action.copyQuote',
  group: 'article',
  shortcuts: [{ key: 'c', ctrl: true, shift: true }],
  menu: ['node', 'line'],
  enabled: (session) => session.places().length > 0,
  perform: (session) => {
    const place = session.places()[session.current];
    const sentence = session.reading?.snapshot.sentences.find((range) => place && range.start <= place.start && range.end >= place.end);
    const range = sentence ?? place;
    if (range) void session.copyQuote(range);
  },
};
