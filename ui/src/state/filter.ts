// What the reader has filtered away. Pure: it says what is visible and never moves anything.
import type { EdgePart, Event, Scene, Snapshot } from '../bindings/wire.ts';
import { span } from './dates.ts';
import type { Reading } from './reading.ts';
import { within } from './ties.ts';
import type { Focus } from './trail.ts';

/** Statuses an event can be filtered by. `actual` is an event with no other status. */
export const STATUSES = ['actual', 'attributed', 'planned', 'hypothetical', 'calledFor', 'negated'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * The lists of a filter. `voices` are those who vouch (entity ids), `countries` are ISO codes; `NONE` is neither. `lines`
 * are those that no tone has: `relation`, a standing relation, and `minor`, to a place, a speaker or a participant.
 */
export const LISTS = ['kinds', 'types', 'statuses', 'quads', 'voices', 'countries', 'lines'] as const;
export type List = (typeof LISTS)[number];

/** In the lists of quad classes, voices and countries: those that have none. */
export const NONE = 'none';

/** What is switched off, each list sorted; an empty filter shows everything. */
export interface Filter extends Record<List, readonly string[]> {
  /** Whether readings under 0.5 are shown. */
  unsure: boolean;
  /** Readings below this are left out, 0 to 1. */
  least: number;
  /** Entities with fewer events and relations than this are left out. */
  degree: number;
  /** First and last day, month or year to show, or none for no bound. */
  from: string | null;
  until: string | null;
  /** Whether events without a date are shown. */
  undated: boolean;
}

export const EVERYTHING: Filter = {
  kinds: [], types: [], statuses: [], quads: [], voices: [], countries: [], lines: [], unsure: true, least: 0, degree: 0, from: null, until: null, undated: true,
};

/** Readings below this are uncertain. */
export const SURE = 0.5;

/** How many of its conditions narrow anything. */
export function conditions(filter: Filter): number {
  const lists = LISTS.filter((list) => filter[list].length > 0).length;
  const rest = [!filter.unsure, filter.least > 0, filter.degree > 0, filter.from !== null || filter.until !== null, !filter.undated];
  return lists + rest.filter(Boolean).length;
}

/** Whether anything is filtered away by choice. */
export function narrows(filter: Filter): boolean {
  return conditions(filter) > 0;
}

/** Switches one entry of a list on or off. */
export function toggled(filter: Filter, list: List, entry: string): Filter {
  const off = filter[list];
  const next = off.includes(entry) ? off.filter((other) => other !== entry) : [...off, entry].sort();
  return { ...filter, [list]: next };
}

/** Leaves only one entry of a list on; where it is the only one already, all are on again. */
export function only(filter: Filter, list: List, entry: string, rows: readonly Count[]): Filter {
  const off = rows.map((row) => row.value).filter((value) => value !== entry).sort();
  return { ...filter, [list]: filter[list].join() === off.join() ? [] : off };
}

/** Switches several entries of a list off together, or where all are off, on. */
export function toggledAll(filter: Filter, list: List, entries: readonly string[]): Filter {
  const off = new Set(filter[list]);
  const allOff = entries.every((entry) => off.has(entry));
  for (const entry of entries) if (allOff) off.delete(entry); else off.add(entry);
  return { ...filter, [list]: [...off].sort() };
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
  /** Whether lines to places, speakers and participants are drawn. What they say stays true of their event. */
  minor: boolean;
}

/** How many events and relations an entity takes part in. */
export function degree(reading: Reading, id: string): number {
  return (reading.parts.get(id)?.length ?? 0) + (reading.standing.get(id)?.length ?? 0);
}

/** Applies a filter and a focus. An event all of whose actors are hidden goes with them. */
export function visible(reading: Reading, filter: Filter, focus: Focus | null = null): Visible {
  const { snapshot } = reading;
  const sure = (confidence: number): boolean => (filter.unsure || confidence >= SURE) && confidence >= filter.least;
  const nodes = new Set<string>();
  const claims = new Set<string>();
  for (const entity of snapshot.entities)
    if (
      !filter.kinds.includes(entity.kind) && sure(entity.confidence) && !filter.countries.includes(entity.country?.code ?? NONE) &&
      (filter.degree === 0 || degree(reading, entity.id) >= filter.degree)
    ) nodes.add(entity.id);
  for (const event of snapshot.events) {
    const shown =
      !filter.types.includes(event.code) &&
      !filter.quads.includes(event.quad ?? NONE) &&
      !filter.voices.includes(event.attributedTo ?? NONE) &&
      sure(event.confidence) &&
      inTime(event, filter) &&
      !statuses(event).some((status) => filter.statuses.includes(status)) &&
      (event.roles.length === 0 || event.roles.some((filler) => nodes.has(filler.entity)));
    if (!shown) continue;
    nodes.add(event.id);
    claims.add(event.id);
  }
  for (const relation of snapshot.relations)
    if (!filter.lines.includes('relation') && nodes.has(relation.subject) && nodes.has(relation.object) && sure(relation.confidence)) claims.add(relation.id);
  if (focus) {
    const left = within(reading, { nodes, claims }, focus.ids, focus.hops);
    for (const id of nodes) if (!left.has(id)) nodes.delete(id);
    for (const id of claims) if (!left.has(id)) claims.delete(id);
  }
  const every = [...snapshot.entities, ...snapshot.events, ...snapshot.relations].map((claim) => claim.id);
  const hidden = every.filter((id) => !nodes.has(id) && !claims.has(id)).sort();
  const events = snapshot.events.filter((event) => claims.has(event.id)).length;
  return { nodes, claims, events, allEvents: snapshot.events.length, hidden, minor: !filter.lines.includes('minor') };
}

/** Whether an event may have been in the time that is shown. A month or a year is in it when any of its days is. */
function inTime(event: Event, filter: Filter): boolean {
  const days = event.whenDate === null ? null : span(event.whenDate);
  if (days === null) return filter.undated;
  const from = filter.from === null ? null : span(filter.from);
  const until = filter.until === null ? null : span(filter.until);
  return (from === null || days.last >= from.first) && (until === null || days.first <= until.last);
}

/** Lines that an event has beside those to who does it and to whom. */
const MINOR: ReadonlySet<EdgePart> = new Set<EdgePart>(['place', 'attribution', 'participant']);

/** Whether an edge of the scene is left standing. */
export function edgeShown(edge: Scene['edges'][number], shown: Visible): boolean {
  return (shown.minor || !MINOR.has(edge.part)) && shown.claims.has(edge.claim) && shown.nodes.has(edge.from) && shown.nodes.has(edge.to);
}

/** A row of a filter menu. */
export interface Count {
  value: string;
  count: number;
}

/** What occurs, with how often: the rows of a filter menu, most frequent first. */
export function tally(values: string[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The rows of the filter menus. */
export function menus(snapshot: Snapshot): Record<List, Count[]> {
  const { entities, events, relations, scene } = snapshot;
  const lines = [{ value: 'relation', count: relations.length }, { value: 'minor', count: scene.edges.filter((edge) => MINOR.has(edge.part)).length }];
  return {
    kinds: tally(entities.map((entity) => entity.kind)),
    types: tally(events.map((event) => event.code)),
    statuses: tally(events.flatMap(statuses)),
    quads: tally(events.map((event) => event.quad ?? NONE)),
    voices: tally(events.map((event) => event.attributedTo ?? NONE)),
    countries: tally(entities.map((entity) => entity.country?.code ?? NONE)),
    lines: lines.filter((row) => row.count > 0),
  };
}
