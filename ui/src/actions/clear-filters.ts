// Shows everything again.
import { EVERYTHING, narrows } from '../state/filter.ts';
import type { Action } from './action.ts';

export const clearFilters: Action = {
  id: 'clearFilters',
  label: 'action.clearFilters',
  group: 'view',
  shortcuts: [{ key: 'x', shift: true }],
  menu: ['ground'],
  enabled: (session) => narrows(session.trail.here.filter),
  perform: (session) => session.filter(EVERYTHING),
};
