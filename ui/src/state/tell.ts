// What a screen reader hears of each node and edge of the figure. Pure.
import type { Event } from '../bindings/wire.ts';
import type { Links } from '../graph/links.ts';
import { SURE } from './filter.ts';
import type { Reading } from './reading.ts';
import { eventLine, relationLine } from './sentences.ts';
import { neighbours, type Ties } from './ties.ts';
import type { Words } from './words.ts';

/** So many of those it is tied to are named; the inspector has them all. */
const NAMED = 4;

/** Per entity, event and relation: its name, its kind, how it stands in the graph; per line of an event: whose part it is. */
export function told(reading: Reading, links: Links, graph: Ties, t: Words): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const entity of reading.snapshot.entities) {
    const n = new Set((links.edges.get(entity.id) ?? []).map((edge) => edge.claim)).size;
    const glyph = links.nodes.get(entity.id);
    const pinned = glyph?.pinned ? `, ${t('graph.pinned')}` : '';
    // The letters on the glyph belong to its name: who commands by voice says what is to be seen.
    const kind = [t.code('kind', entity.kind), glyph?.monogram?.text].filter((word) => word !== undefined).join(' ');
    const near = neighbours(reading, graph, entity.id);
    const names = near.slice(0, NAMED).map((row) => row.entity.name);
    const whom = names.length > 0 ? `, ${t('graph.with', { list: names.join(', ') + (near.length > NAMED ? ', …' : '') })}` : '';
    all.set(entity.id, t.count('graph.node', n, { name: entity.name, kind }) + pinned + whom);
  }
  for (const event of reading.snapshot.events) all.set(event.id, eventTold(reading, event, t));
  for (const edge of reading.snapshot.scene.edges) {
    const event = reading.events.get(edge.claim);
    // An event that is drawn as one line has an actor at both ends, and no parts.
    const [actor, ...others] = [edge.from, edge.to].flatMap((id) => reading.entities.get(id) ?? []);
    if (event && actor && others.length === 0 && edge.part !== 'relation') all.set(edge.id, `${t(`role.${edge.part}`)}: ${actor.name}, ${event.label}`);
  }
  for (const relation of reading.snapshot.relations) all.set(relation.id, relationLine(reading, relation, t));
  return all;
}

/** What the eye has from shape, stroke and badges: type, status, who vouches, how sure the reading is. */
function eventTold(reading: Reading, event: Event, t: Words): string {
  const voucher = event.attributedTo === null ? null : (reading.entities.get(event.attributedTo)?.name ?? null);
  const besides = [
    event.attributedTo === null ? null : voucher === null ? t('status.accordingOther') : t('status.according', { name: voucher }),
    event.confidence < SURE ? t('status.unsure') : null,
  ].filter((word) => word !== null);
  return [`${t('kind.event')}: ${eventLine(reading, event, t)}`, t.code('plover', event.code), ...besides].join(', ');
}
