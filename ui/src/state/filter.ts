// What the reader has filtered away. Pure: it says what is visible and never moves anything.
import type { Event, Scene, Snapshot } from '../bindings/wire.ts';
import type { Reading } from './reading.ts';

/** Statuses an event can be filtered by. `actual` is an event with no other status. */
export const STATUSES = ['actual', 'attributed', 'planned', 'hypothetical', 'calledFor', 'negated'] as const;
export type Status = (typeof STATUSES)[number];

/** What is switched off, each list sorted; an empty filter shows everything. */
export interface Filter {
  kinds: readonly string[];
  types: readonly string[];
  statuses: readonly string[];
  /** Whether readings under 0.5 are shown. */
  unsure: boolean;
}

export const EVERYTHING: Filter = { kinds: [], types: [], statuses: [], unsure: true };

/** Readings below this are uncertain. */
export const SURE = 0.5;

/** Whether anything is filtered away by choice. */
export function narrows(filter: Filter): boolean {
  return filter.kinds.length + filter.types.length + filter.statuses.length > 0 || !filter.unsure;
}

/** Switches one entry of a list on or off. */
export function toggled(filter: Filter, list: 'kinds' | 'types' | 'statuses', entry: string): Filter {
  const off = filter[list];
  const next = off.includes(entry) ? off.filter((other) => other !== entry) : [...off, entry].sort();
  return { ...filter, [list]: next };
}

/** The statuses of an event; never empty. */
export function statuses(event: Event): Status[] {
  const all: Status[] = event.modality === 'actual' ? [] : [event.modality];
  if (event.attributedTo !== null) all.push('attributed');
  return all.length > 0 ? all : ['actual'];
}

/** Ids of nodes and claims that stay visible. */
export interface Visible {
  nodes: ReadonlySet<string>;
  claims: ReadonlySet<string>;
  /** How many events of how many are left. */
  events: number;
  allEvents: number;
  /** Nodes and claims that are hidden, sorted: what an export leaves out. */
  hidden: string[];
}

/** Applies a filter. An event all of whose actors are hidden goes with them. */
export function visible(reading: Reading, filter: Filter): Visible {
  const { snapshot } = reading;
  const sure = (confidence: number): boolean => filter.unsure || confidence >= SURE;
  const nodes = new Set<string>();
  const claims = new Set<string>();
  for (const entity of snapshot.entities)
    if (!filter.kinds.includes(entity.kind) && sure(entity.confidence)) nodes.add(entity.id);
  let events = 0;
  for (const event of snapshot.events) {
    const shown =
      !filter.types.includes(event.code) &&
      sure(event.confidence) &&
      !statuses(event).some((status) => filter.statuses.includes(status)) &&
      (event.roles.length === 0 || event.roles.some((filler) => nodes.has(filler.entity)));
    if (!shown) continue;
    events += 1;
    nodes.add(event.id);
    claims.add(event.id);
  }
  for (const relation of snapshot.relations)
    if (nodes.has(relation.subject) && nodes.has(relation.object) && sure(relation.confidence)) claims.add(relation.id);
  const every = [...snapshot.entities, ...snapshot.events, ...snapshot.relations].map((claim) => claim.id);
  const hidden = every.filter((id) => !nodes.has(id) && !claims.has(id)).sort();
  return { nodes, claims, events, allEvents: snapshot.events.length, hidden };
}

/** Whether an edge of the scene is left standing. */
export function edgeShown(edge: Scene['edges'][number], shown: Visible): boolean {
  return shown.claims.has(edge.claim) && shown.nodes.has(edge.from) && shown.nodes.has(edge.to);
}

/** What occurs, with how often: the rows of a filter menu, most frequent first. */
export function tally(values: string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The rows of the three filter menus. */
export function menus(snapshot: Snapshot): Record<'kinds' | 'types' | 'statuses', { value: string; count: number }[]> {
  return {
    kinds: tally(snapshot.entities.map((entity) => entity.kind)),
    types: tally(snapshot.events.map((event) => event.code)),
    statuses: tally(snapshot.events.flatMap(statuses)),
  };
}
