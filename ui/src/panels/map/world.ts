// The shapes of the world, from Natural Earth by world-atlas. Loaded when the map is first opened; nothing is fetched.
import { geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Units of the page that the world is drawn on. */
export const PAGE: [number, number] = [1000, 520];

/** The projection of the page. */
export const projection: GeoProjection = geoNaturalEarth1().fitExtent([[4, 4], [PAGE[0] - 4, PAGE[1] - 4]], { type: 'Sphere' });

const path = geoPath(projection).digits(2);

/** Path of every shape by its id, or by its name where it has no ISO code. */
export const SHAPES: ReadonlyMap<string, string> = new Map(
  feature(topology, topology.objects.countries).features.map((one) => [String(one.id ?? one.properties.name), path(one) ?? '']),
);

/** The lines between countries. */
export const BORDERS = path(mesh(topology, topology.objects.countries, (a, b) => a !== b)) ?? '';

/** Everything that is land, for the countries nobody speaks of. */
export const LAND = [...SHAPES.values()].join('');
