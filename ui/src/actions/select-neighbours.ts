// Takes the neighbours of what is selected into the selection.
import type { Action } from './action.ts';

export const selectNeighbours: Action = {
  id: 'selectNeighbours',
  label: 'action.selectNeighbours',
  group: 'edit',
  shortcuts: [{ key: 'n' }],
  menu: ['node'],
  enabled: (session) => session.chosen.some((id) => (session.asking.ties.get(id)?.size ?? 0) > 0),
  perform: (session) => {
    const near = session.chosen.flatMap((id) => [...(session.asking.ties.get(id)?.keys() ?? [])]);
    session.selectAll([...new Set([...near.filter((id) => !session.chosen.includes(id)), ...session.chosen])]);
  },
};
