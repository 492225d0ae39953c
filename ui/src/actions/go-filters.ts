// Moves the keyboard to the filters.
import type { Action } from './action.ts';

export const goFilters: Action = {
  id: 'goFilters',
  label: 'action.goFilters',
  group: 'go',
  shortcuts: [{ key: '4', alt: true }],
  enabled: (session) => session.reading !== null,
  perform: () => document.querySelector<HTMLElement>('[data-filters] button')?.focus(),
};
