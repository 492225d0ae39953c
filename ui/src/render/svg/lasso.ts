// The loop drawn around nodes to select them. Pure.

/** A corner, in the coordinates of whoever draws. */
export type Corner = readonly [number, number];

/** Whether a point lies in a loop, closed from its last corner to its first: by the number of sides to its right. */
export function inside(loop: readonly Corner[], x: number, y: number): boolean {
  let within = false;
  loop.forEach(([x0, y0], i) => {
    const [x1, y1] = loop[(i + 1) % loop.length] ?? [x0, y0];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) within = !within;
  });
  return within;
}

/** The loop as the points of a polygon. */
export function points(loop: readonly Corner[]): string {
  return loop.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}
