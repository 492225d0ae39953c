// The shape of a country's ground, from where its nodes stand at the moment. Pure.
import type { Halo } from '../../bindings/wire.ts';

/** Where each node that is on view stands. */
export type Places = ReadonlyMap<string, readonly [number, number]>;

/** SVG path data: a dot for each node that has a place, a line for each link whose ends have one; empty without any. */
export function groundOf(halo: Halo, places: Places): string {
  const at = (id: string): string | null => {
    const place = places.get(id);
    return place ? `${place[0].toFixed(2)} ${place[1].toFixed(2)}` : null;
  };
  // A dot is a line of hardly any length, which gets its round caps.
  const dots = halo.nodes.map(at).filter((place) => place !== null).map((place) => `M${place}h.01`);
  const lines = halo.links.flatMap(([from, to]) => {
    const [start, end] = [at(from), at(to)];
    return start !== null && end !== null ? [`M${start}L${end}`] : [];
  });
  return [...dots, ...lines].join('');
}
