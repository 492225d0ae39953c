// What goes where on the map: the place of every country, how much each is involved, which events lead from one to another.
import type { Event } from '../../bindings/wire.ts';
import type { Visible } from '../../state/filter.ts';
import type { Reading } from '../../state/reading.ts';
import table from './countries.tsv?raw';

export type Point = [number, number];

export interface Place {
  /** Id or name of its shape in world-atlas, or none. */
  shape: string | null;
  /** Longitude and latitude. */
  point: Point;
}

/** Every country by ISO 3166-1 alpha-3. */
export const PLACES: ReadonlyMap<string, Place> = new Map(
  table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code = '', shape = '-', lon = '', lat = ''] = line.split('\t');
      return [code, { shape: shape === '-' ? null : shape, point: [Number(lon), Number(lat)] as Point }];
    }),
);

export interface Involved {
  code: string;
  name: string;
  /** Entities of it that are visible, in text order; the country itself, where it is one, comes first. */
  entities: string[];
  /** How many visible events and relations they take part in, each once. */
  claims: number;
}

/** The countries that visible entities belong to, the most involved first. */
export function involvement(reading: Reading, shown: Visible): Involved[] {
  const found = new Map<string, Involved & { ids: Set<string> }>();
  for (const entity of reading.snapshot.entities) {
    if (!entity.country || !shown.nodes.has(entity.id) || !PLACES.has(entity.country.code)) continue;
    const one = found.get(entity.country.code) ?? { ...entity.country, entities: [], claims: 0, ids: new Set<string>() };
    found.set(one.code, one);
    if (entity.kind === 'country') one.entities.unshift(entity.id);
    else one.entities.push(entity.id);
    for (const { event } of reading.parts.get(entity.id) ?? []) if (shown.claims.has(event.id)) one.ids.add(event.id);
    for (const relation of reading.standing.get(entity.id) ?? []) if (shown.claims.has(relation.id)) one.ids.add(relation.id);
  }
  return [...found.values()]
    .map(({ ids, ...one }) => ({ ...one, claims: ids.size }))
    .sort((a, b) => b.claims - a.claims || b.entities.length - a.entities.length);
}

/** One of four steps of a shade, on a scale of roots so that one country does not leave the others white. */
export function shade(claims: number, most: number): number {
  return Math.min(4, Math.max(1, Math.ceil(4 * Math.sqrt(claims / Math.max(1, most)) - 1e-9)));
}

/** A place of the article whose point is known: a city, a region, a sea. */
export interface Spot {
  id: string;
  name: string;
  point: Point;
  /** How many visible events and relations it takes part in. */
  claims: number;
}

/** The visible places that lie somewhere, the most spoken of first; and how many are visible that the tables do not know. */
export function spots(reading: Reading, shown: Visible): { known: Spot[]; unknown: number } {
  const places = reading.snapshot.entities.filter((entity) => entity.kind === 'place' && shown.nodes.has(entity.id));
  const known = places.flatMap(({ id, name, point }): Spot[] => {
    if (point === null) return [];
    const events = (reading.parts.get(id) ?? []).filter(({ event }) => shown.claims.has(event.id));
    const relations = (reading.standing.get(id) ?? []).filter((relation) => shown.claims.has(relation.id));
    return [{ id, name, point: [point.longitude, point.latitude], claims: events.length + relations.length }];
  });
  return { known: known.sort((a, b) => b.claims - a.claims), unknown: places.length - known.length };
}

/** What an end of a route is called: a place by its id, a country by its code. */
export const countryStop = (code: string): string => `country ${code}`;

export interface Routes {
  /** Events from one place or country to another, by the names of their ends; `side` counts those that share both ends. */
  arcs: { event: string; from: string; to: string; side: number }[];
  /** Events of one place or country; `n` counts those that share it. */
  at: { event: string; stop: string; n: number }[];
  /** Events that no place and no country is known of. */
  nowhere: string[];
}

/** Where the visible events go. What happened at a place with a point stands there, whoever came from where. */
export function routes(reading: Reading, shown: Visible): Routes {
  const found: Routes = { arcs: [], at: [], nowhere: [] };
  const sides = new Map<string, number>();
  const count = (key: string): number => {
    const n = sides.get(key) ?? 0;
    sides.set(key, n + 1);
    return n;
  };
  const stand = (id: string | null): string[] => {
    const entity = id === null ? undefined : reading.entities.get(id);
    if (entity?.point && shown.nodes.has(entity.id)) return [entity.id];
    const code = entity?.country?.code;
    return code !== undefined && PLACES.has(code) ? [countryStop(code)] : [];
  };
  const of = (event: Event, role: string): string[] => event.roles.filter((filler) => filler.role === role).flatMap((filler) => stand(filler.entity));
  for (const event of reading.snapshot.events) {
    if (!shown.claims.has(event.id)) continue;
    const there = stand(event.place)[0];
    const [sources, targets] = [of(event, 'source'), of(event, 'target')];
    const from = sources[0] ?? of(event, 'participant')[0];
    const to = targets.find((stop) => stop !== from) ?? sources.find((stop) => stop !== from);
    if (there === event.place && there !== undefined) found.at.push({ event: event.id, stop: there, n: count(there) });
    else if (from !== undefined && to !== undefined) found.arcs.push({ event: event.id, from, to, side: count([from, to].sort().join(' ')) });
    else {
      const stop = from ?? targets[0] ?? there ?? stand(event.attributedTo)[0];
      if (stop === undefined) found.nowhere.push(event.id);
      else found.at.push({ event: event.id, stop, n: count(stop) });
    }
  }
  return found;
}

/** Points around another, ring by ring, so far from it and farther: where what happened there may stand. */
export function around([x, y]: Point, far: number): Point[] {
  return [0, 1, 2, 3].flatMap((ring) =>
    Array.from({ length: 10 + 4 * ring }, (_, i): Point => {
      const turn = 0.6 + (2 * Math.PI * i) / (10 + 4 * ring);
      return [x + (far + 17 * ring) * Math.cos(turn), y + (far + 17 * ring) * Math.sin(turn)];
    }),
  );
}

/**
 * A line between two places on the page, bent more the more there are; its path, places along it from the middle
 * outwards, and the head that points to the second.
 */
export function bow(a: Point, b: Point, side: number): { d: string; along: Point[]; head: string } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const far = Math.hypot(dx, dy) || 1;
  // 0, -1, 1, -2, 2 and so on; the same two countries bend alike whichever comes first.
  const turn = (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? 1 : -1) * (side % 2 === 0 ? side / 2 + 0.5 : -(side + 1) / 2);
  const bend = turn * Math.min(30, far * 0.3);
  const control: Point = [(a[0] + b[0]) / 2 + (dy / far) * bend * 1.6, (a[1] + b[1]) / 2 - (dx / far) * bend * 1.6];
  const round = (n: number): number => Math.round(n * 10) / 10;
  // The head stands before the sign of the country, turned as the line comes in.
  const turned = Math.atan2(b[1] - control[1], b[0] - control[0]);
  const back = Math.min(17, far * 0.4);
  const tip = `translate(${round(b[0] - back * Math.cos(turned))} ${round(b[1] - back * Math.sin(turned))}) rotate(${round((turned * 180) / Math.PI)})`;
  return {
    head: tip,
    d: `M${round(a[0])} ${round(a[1])}Q${round(control[0])} ${round(control[1])} ${round(b[0])} ${round(b[1])}`,
    along: [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => [0, 1].map((i) => round((1 - t) ** 2 * (a[i] ?? 0) + 2 * t * (1 - t) * (control[i] ?? 0) + t ** 2 * (b[i] ?? 0))) as Point),
  };
}

/**
 * The longitude in the middle of the shortest stretch around the globe that has all of these, to tens of degrees; 0
 * without any. So what the article is about never lies at both ends of the map.
 */
export function middle(longitudes: readonly number[]): number {
  const all = [...new Set(longitudes)].sort((a, b) => a - b);
  const [first = 0] = all;
  let [widest, after] = [-1, first];
  all.forEach((one, i) => {
    const next = all[i + 1] ?? first + 360;
    if (next - one > widest) [widest, after] = [next - one, next];
  });
  const at = after + (360 - widest) / 2;
  return ((Math.round((all.length === 0 ? 0 : at) / 10) * 10 + 540) % 360) - 180;
}

/** Where a page that begins at `at` is to begin, so that a room of this size shows none of what lies beyond it; in the middle if it is smaller. */
export function within(at: number, size: number, room: number): number {
  return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));
}
