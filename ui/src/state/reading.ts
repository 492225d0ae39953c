// The snapshot, looked up by id: who takes part in what, and which sentences say so. Pure; never touches the page.
import type { Cite, Entity, Event, Relation, Role, Snapshot } from '../bindings/wire.ts';

/** An event seen from one of those who take part in it. */
export interface Part {
  event: Event;
  /** Every part it plays, in the order of the wire; `place` and `attribution` come last. */
  parts: (Role | 'place' | 'attribution')[];
}

/** A snapshot with its indexes. */
export interface Reading {
  snapshot: Snapshot;
  entities: ReadonlyMap<string, Entity>;
  events: ReadonlyMap<string, Event>;
  relations: ReadonlyMap<string, Relation>;
  /** Per entity: the events it takes part in, in text order. */
  parts: ReadonlyMap<string, Part[]>;
  /** Per entity: its standing relations. */
  standing: ReadonlyMap<string, Relation[]>;
}

/** What an id names. */
export type Thing =
  | { what: 'entity'; entity: Entity }
  | { what: 'event'; event: Event }
  | { what: 'relation'; relation: Relation };

/** Builds the indexes of a snapshot. */
export function read(snapshot: Snapshot): Reading {
  const entities = new Map(snapshot.entities.map((entity) => [entity.id, entity]));
  const parts = new Map<string, Part[]>();
  const standing = new Map<string, Relation[]>();
  const takePart = (entity: string, event: Event, part: Part['parts'][number]): void => {
    const list = parts.get(entity) ?? [];
    if (list.length === 0) parts.set(entity, list);
    const known = list.at(-1);
    if (known?.event === event) {
      if (!known.parts.includes(part)) known.parts.push(part);
    } else list.push({ event, parts: [part] });
  };
  for (const event of snapshot.events) {
    for (const { role, entity } of event.roles) takePart(entity, event, role);
    if (event.place !== null) takePart(event.place, event, 'place');
    if (event.attributedTo !== null) takePart(event.attributedTo, event, 'attribution');
  }
  for (const relation of snapshot.relations) {
    for (const end of new Set([relation.subject, relation.object])) {
      const list = standing.get(end) ?? [];
      if (list.length === 0) standing.set(end, list);
      list.push(relation);
    }
  }
  return {
    snapshot,
    entities,
    events: new Map(snapshot.events.map((event) => [event.id, event])),
    relations: new Map(snapshot.relations.map((relation) => [relation.id, relation])),
    parts,
    standing,
  };
}

/** The thing of that id, if it is still there. */
export function thing(reading: Reading, id: string | null): Thing | null {
  if (id === null) return null;
  const entity = reading.entities.get(id);
  if (entity) return { what: 'entity', entity };
  const event = reading.events.get(id);
  if (event) return { what: 'event', event };
  const relation = reading.relations.get(id);
  return relation ? { what: 'relation', relation } : null;
}

/** Who fills a role, in the order of the wire, without those who were deleted. */
export function fillers(reading: Reading, event: Event, role: Role): Entity[] {
  return event.roles.flatMap((filler) => {
    const entity = filler.role === role ? reading.entities.get(filler.entity) : undefined;
    return entity ? [entity] : [];
  });
}

/** How an event stands to one of its actors: what a row of the inspector says. */
export interface Row {
  direction: 'to' | 'from' | 'with' | 'none';
  others: Entity[];
}

/** The other side of an event, seen from `self`. */
export function seenFrom(reading: Reading, part: Part, self: string): Row {
  const sources = fillers(reading, part.event, 'source').filter((entity) => entity.id !== self);
  const targets = fillers(reading, part.event, 'target').filter((entity) => entity.id !== self);
  if (part.parts.includes('source')) {
    if (targets.length > 0) return { direction: 'to', others: targets };
    return sources.length > 0 ? { direction: 'with', others: sources } : { direction: 'none', others: [] };
  }
  if (part.parts.includes('target')) {
    if (sources.length > 0) return { direction: 'from', others: sources };
    return targets.length > 0 ? { direction: 'with', others: targets } : { direction: 'none', others: [] };
  }
  return { direction: 'none', others: [...sources, ...targets] };
}

/** A sentence that speaks of an entity. */
export interface Passage {
  sentence: number;
  cite: Cite['range'];
  /** Mentions of the entity in it. */
  marks: { start: number; end: number }[];
  /** Triggers in it of events that the entity takes part in. */
  triggers: { start: number; end: number }[];
  /** Date of the first of those events that has one. */
  date: string | null;
}

/** Every sentence that mentions an entity, in text order. */
export function passages(reading: Reading, entity: Entity): Passage[] {
  const bySentence = new Map<number, Passage>();
  for (const mention of entity.mentions) {
    const range = reading.snapshot.sentences[mention.sentence];
    if (!range) continue;
    const passage: Passage = bySentence.get(mention.sentence) ?? {
      sentence: mention.sentence,
      cite: range,
      marks: [],
      triggers: [],
      date: null,
    };
    passage.marks.push(mention.range);
    bySentence.set(mention.sentence, passage);
  }
  for (const { event } of reading.parts.get(entity.id) ?? []) {
    for (const passage of bySentence.values()) {
      const inside = event.triggers.filter((range) => within(range, passage.cite));
      passage.triggers.push(...inside);
      if (inside.length > 0) passage.date ??= event.whenDate;
    }
  }
  return [...bySentence.values()].sort((a, b) => a.sentence - b.sentence);
}

/** Mentions of an event's actors and its triggers that lie inside one citation. */
export function marksIn(reading: Reading, ids: string[], cite: Cite['range']): { start: number; end: number }[] {
  return ids.flatMap((id) =>
    (reading.entities.get(id)?.mentions ?? []).map((mention) => mention.range).filter((range) => within(range, cite)),
  );
}

/** Whether the inner range lies in the outer one. */
export function within(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The entities an event or relation ties together, each once. */
export function ends(found: Thing): string[] {
  if (found.what === 'event') return [...new Set(found.event.roles.map((filler) => filler.entity))];
  if (found.what === 'relation') return [found.relation.subject, found.relation.object];
  return [found.entity.id];
}
