// What a screen reader hears of each node and edge of the figure. Pure.
import type { Links } from '../graph/links.ts';
import type { Reading } from './reading.ts';
import { eventLine, relationLine } from './sentences.ts';
import { neighbours, type Ties } from './ties.ts';
import type { Words } from './words.ts';

/** So many of those it is tied to are named; the inspector has them all. */
const NAMED = 4;

/** Per entity, event and relation: its name, its kind, how it stands in the graph. */
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
  for (const event of reading.snapshot.events) all.set(event.id, `${t('kind.event')}: ${eventLine(reading, event, t)}`);
  for (const relation of reading.snapshot.relations) all.set(relation.id, relationLine(reading, relation, t));
  return all;
}
