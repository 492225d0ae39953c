// Moves the keyboard to the timeline, unfolding it first.
import type { Action } from './action.ts';

export const goTimeline: Action = {
  id: 'goTimeline',
  label: 'action.goTimeline',
  group: 'go',
  shortcuts: [{ key: '7', alt: true }],
  enabled: (session) => session.reading !== null,
  perform: (session) => {
    session.stage.fold(false);
    session.stage.bare = true;
    session.stage.called = 'timeline';
  },
};
