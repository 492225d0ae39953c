// The shapes of the world, from Natural Earth by world-atlas. Loaded when the map is first opened; nothing is fetched.
import { geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Units of the page that the world is drawn on. */
export const PAGE: [number, number] = [1000, 520];

/** The world as it is drawn with this longitude in the middle. */
export interface World {
  projection: GeoProjection;
  /** Path of every shape by its id, or by its name where it has no ISO code. */
  shapes: ReadonlyMap<string, string>;
  /** The lines between countries. */
  borders: string;
  /** Everything that is land, for the countries nobody speaks of. */
  land: string;
}

const countries = feature(topology, topology.objects.countries).features;
const lines = mesh(topology, topology.objects.countries, (a, b) => a !== b);
const drawn = new Map<number, World>();

/** The world turned so that a longitude is in the middle. Each is drawn once. */
export function world(middle: number): World {
  const known = drawn.get(middle);
  if (known) return known;
  const projection = geoNaturalEarth1().rotate([-middle, 0]).fitExtent([[4, 4], [PAGE[0] - 4, PAGE[1] - 4]], { type: 'Sphere' });
  const path = geoPath(projection).digits(2);
  const shapes = new Map(countries.map((one) => [String(one.id ?? one.properties.name), path(one) ?? '']));
  const made: World = { projection, shapes, borders: path(lines) ?? '', land: [...shapes.values()].join('') };
  drawn.set(middle, made);
  return made;
}
