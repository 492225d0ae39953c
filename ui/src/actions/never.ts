// Makes a rule of it: what is selected is never an actor, here and in later articles.
import type { Action } from './action.ts';

export const never: Action = {
  id: 'never',
  label: 'action.never',
  group: 'edit',
  shortcuts: [{ key: 'Delete', shift: true }],
  menu: ['node'],
  enabled: (session) => session.chosen.length === 1 && session.selected?.what === 'entity',
  perform: (session) => {
    const { selected } = session;
    if (selected?.what === 'entity') void session.perform({ command: 'setRule', rule: { rule: 'neverActor', name: selected.entity.name }, on: true });
  },
};
