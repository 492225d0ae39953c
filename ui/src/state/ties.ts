// Who is tied to whom by what is claimed: neighbours, shortest ways, what two have in common, who stands in one
// sentence with whom. Pure. One who only vouches for a claim is not tied by it to those it speaks of.
import type { Entity, Event, Range } from '../bindings/wire.ts';
import { within as inside, type Reading } from './reading.ts';

/** Nodes and claims that may be used. */
export interface Standing {
  nodes: ReadonlySet<string>;
  claims: ReadonlySet<string>;
}

/** Per entity its neighbours, and per neighbour the claims that tie them, in text order. */
export type Ties = ReadonlyMap<string, ReadonlyMap<string, string[]>>;

/** Entities that an event ties together: its actors and its place, each once. */
function members(event: Event): string[] {
  const all = event.roles.map((filler) => filler.entity);
  if (event.place !== null) all.push(event.place);
  return [...new Set(all)];
}

/** The ties of everything that is visible. */
export function ties(reading: Reading, shown: Standing): Ties {
  const all = new Map<string, Map<string, string[]>>();
  const add = (from: string, to: string, claim: string): void => {
    const row = all.get(from) ?? new Map<string, string[]>();
    all.set(from, row);
    const list = row.get(to);
    if (list) list.push(claim);
    else row.set(to, [claim]);
  };
  const tie = (ids: string[], claim: string): void => {
    if (!shown.claims.has(claim)) return;
    const there = ids.filter((id) => shown.nodes.has(id));
    for (const from of there) for (const to of there) if (from !== to) add(from, to, claim);
  };
  for (const event of reading.snapshot.events) tie(members(event), event.id);
  for (const relation of reading.snapshot.relations) tie([relation.subject, relation.object], relation.id);
  return all;
}

/**
 * What lies within so many steps of some nodes or claims: entities, and claims between them. A step leads over a claim
 * to another entity; a claim stays when at least two of those it ties together do, or it has no more.
 */
export function within(reading: Reading, shown: Standing, ids: readonly string[], hops: number): Set<string> {
  const graph = ties(reading, shown);
  const left = new Set<string>();
  let edge: string[] = [];
  const reach = (id: string): void => {
    if (left.has(id) || !shown.nodes.has(id)) return;
    left.add(id);
    edge.push(id);
  };
  for (const id of ids) {
    const event = reading.events.get(id);
    const relation = reading.relations.get(id);
    if ((event || relation) && shown.claims.has(id)) left.add(id);
    for (const end of event ? members(event) : relation ? [relation.subject, relation.object] : [id]) reach(end);
  }
  for (let hop = 0; hop < hops; hop += 1) {
    const from = edge;
    edge = [];
    for (const id of from) for (const to of graph.get(id)?.keys() ?? []) reach(to);
  }
  for (const event of reading.snapshot.events) {
    const ends = members(event).filter((id) => shown.nodes.has(id));
    const kept = ends.filter((id) => left.has(id)).length;
    if (shown.claims.has(event.id) && kept > 0 && (kept >= 2 || ends.length === 1)) left.add(event.id);
  }
  for (const relation of reading.snapshot.relations)
    if (shown.claims.has(relation.id) && left.has(relation.subject) && left.has(relation.object)) left.add(relation.id);
  return left;
}

/** One neighbour, with the claims that tie it. */
export interface Neighbour {
  entity: Entity;
  claims: string[];
}

/** Neighbours of an entity, those with most claims first. */
export function neighbours(reading: Reading, graph: Ties, id: string): Neighbour[] {
  return [...(graph.get(id) ?? [])]
    .flatMap(([other, claims]) => {
      const entity = reading.entities.get(other);
      return entity ? [{ entity, claims }] : [];
    })
    .sort((a, b) => b.claims.length - a.claims.length || b.entity.mentions.length - a.entity.mentions.length || (a.entity.id < b.entity.id ? -1 : 1));
}

/** One step of a way: from one entity over one or more claims to the next. */
export interface Step {
  from: string;
  to: string;
  claims: string[];
}

/** The most ways that are told. */
export const WAYS = 12;

/**
 * The shortest ways between two entities, all of the same number of steps, at most `WAYS` of them; those over surer
 * claims first. None when they are not tied. Breadth first from the start, then back from the end along the layers.
 */
export function ways(reading: Reading, graph: Ties, from: string, to: string): Step[][] {
  const depth = new Map([[from, 0]]);
  let layer = [from];
  while (layer.length > 0 && !depth.has(to)) {
    const next: string[] = [];
    for (const id of layer)
      for (const other of graph.get(id)?.keys() ?? [])
        if (!depth.has(other)) {
          depth.set(other, (depth.get(id) ?? 0) + 1);
          next.push(other);
        }
    layer = next;
  }
  const steps = depth.get(to);
  if (steps === undefined || steps === 0) return [];
  const sureness = (claims: string[]): number =>
    Math.max(...claims.map((id) => (reading.events.get(id) ?? reading.relations.get(id))?.confidence ?? 0));
  let found: Step[][] = [[]];
  for (let at = steps; at > 0; at -= 1) {
    found = found.flatMap((tail) => {
      const here = tail[0]?.from ?? to;
      return [...(graph.get(here) ?? [])]
        .filter(([other]) => depth.get(other) === at - 1)
        .map(([other, claims]) => [{ from: other, to: here, claims }, ...tail]);
    });
    // A way is as sure as its weakest step.
    const weakest = (way: Step[]): number => Math.min(...way.map((step) => sureness(step.claims)));
    found = found.sort((a, b) => weakest(b) - weakest(a)).slice(0, WAYS);
  }
  return found;
}

/** An entity that two others are both tied to. */
export interface Shared {
  entity: Entity;
  /** Claims that tie it to the first and to the second. */
  first: string[];
  second: string[];
}

/** The neighbours two entities have in common, those with most claims first. */
export function shared(reading: Reading, graph: Ties, first: string, second: string): Shared[] {
  const other = graph.get(second);
  return neighbours(reading, graph, first).flatMap(({ entity, claims }) => {
    const theirs = other?.get(entity.id);
    return theirs && entity.id !== second ? [{ entity, first: claims, second: theirs }] : [];
  });
}

/** Two entities that stand in the same sentences. */
export interface Together {
  first: string;
  second: string;
  /** Indexes of the sentences. */
  sentences: number[];
}

/** Every pair of visible entities that is mentioned in one sentence, most often first. */
export function together(reading: Reading, shown: Standing): Together[] {
  const bySentence = new Map<number, Set<string>>();
  for (const entity of reading.snapshot.entities)
    if (shown.nodes.has(entity.id))
      for (const mention of entity.mentions) {
        const there = bySentence.get(mention.sentence) ?? new Set<string>();
        bySentence.set(mention.sentence, there.add(entity.id));
      }
  const pairs = new Map<string, Together>();
  for (const [sentence, there] of [...bySentence].sort(([a], [b]) => a - b)) {
    const ids = [...there].sort();
    ids.forEach((first, i) => {
      for (const second of ids.slice(i + 1)) {
        const key = `${first} ${second}`;
        const pair = pairs.get(key) ?? { first, second, sentences: [] };
        pair.sentences.push(sentence);
        pairs.set(key, pair);
      }
    });
  }
  return [...pairs.values()].sort((a, b) => b.sentences.length - a.sentences.length || (a.first + a.second < b.first + b.second ? -1 : 1));
}

/** Where a claim is said, with the mentions of some entities and its triggers inside. */
export function proof(reading: Reading, claim: string): { range: Range; sentence: number; triggers: Range[] } | null {
  const found = reading.events.get(claim) ?? reading.relations.get(claim);
  const cite = found?.ground.cites[0];
  if (!cite) return null;
  const triggers = reading.events.get(claim)?.triggers.filter((range) => inside(range, cite.range)) ?? [];
  return { range: cite.range, sentence: cite.sentence, triggers };
}
