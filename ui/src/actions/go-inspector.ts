// Moves the keyboard to the inspector.
import type { Action } from './action.ts';

export const goInspector: Action = {
  id: 'goInspector',
  label: 'action.goInspector',
  group: 'go',
  shortcuts: [{ key: '3', alt: true }],
  enabled: () => true,
  perform: (session) => {
    session.folded = { ...session.folded, inspector: false };
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-pane="inspector"] [data-home]')?.focus());
  },
};
