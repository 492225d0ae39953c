// Selects every actor and place that is visible.
import type { Action } from './action.ts';

export const selectAll: Action = {
  id: 'selectAll',
  label: 'action.selectAll',
  group: 'edit',
  shortcuts: [{ key: 'a' }],
  menu: ['ground'],
  enabled: (session) => (session.shown?.nodes.size ?? 0) > 0,
  perform: (session) => {
    const { reading, shown } = session;
    if (reading && shown) session.selectAll(reading.snapshot.entities.map((entity) => entity.id).filter((id) => shown.nodes.has(id)));
  },
};
