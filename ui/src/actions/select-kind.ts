// Selects everything of the kind of what is selected: actors of one kind, events of one type.
import type { Action } from './action.ts';

export const selectKind: Action = {
  id: 'selectKind',
  label: 'action.selectKind',
  group: 'edit',
  shortcuts: [{ key: 'k' }],
  menu: ['node'],
  enabled: (session) => session.selected !== null,
  perform: (session) => {
    const { reading, shown, selected } = session;
    if (!reading || !shown || !selected) return;
    const { entities, events, relations } = reading.snapshot;
    const alike =
      selected.what === 'entity' ? entities.filter((entity) => entity.kind === selected.entity.kind)
      : selected.what === 'event' ? events.filter((event) => event.code === selected.event.code)
      : relations.filter((relation) => relation.kind === selected.relation.kind);
    const lead = session.trail.here.selected;
    const others = alike.map((one) => one.id).filter((id) => id !== lead && (shown.nodes.has(id) || shown.claims.has(id)));
    if (lead !== null) session.selectAll([...others, lead]);
  },
};
