// Where the signs of countries and the names of the map stand: beside one another, never on one another. Pure.
import type { Point } from './places.ts';

export interface Named {
  id: string;
  /** Where its mark stands, and half of the mark's width and height. */
  at: Point;
  half: Point;
  /** Width of its words. */
  width: number;
}

export interface Label {
  /** Where its words begin, and the foot they stand on. */
  x: number;
  y: number;
}

type Box = Reach;

/** Height of a line, and how much of it is above the foot. */
const [LINE, ABOVE] = [14, 11];

/**
 * A place for each name, the first before the later ones. `marks` are in the way too, though a name may stand on one
 * where all places have some. A name that would stand on another, or on the mark of another name, is left out: it has
 * room when the map is nearer.
 */
export function labels(names: readonly Named[], marks: readonly { at: Point; half: Point }[]): Map<string, Label> {
  const own = names.map((one) => around(one.at, one.half));
  const lesser = marks.map((one) => around(one.at, one.half));
  const taken: Box[] = [];
  const found = new Map<string, Label>();
  names.forEach((one, i) => {
    let best: { box: Box; cost: number } | null = null;
    for (const box of sides(one)) {
      if (taken.some((other) => meet(box, other)) || own.some((other, j) => j !== i && meet(box, other))) continue;
      const cost = lesser.filter((other) => meet(box, other)).length;
      if (!best || cost < best.cost) best = { box, cost };
    }
    if (!best) return;
    taken.push(best.box);
    found.set(one.id, { x: best.box.left, y: best.box.top + ABOVE });
  });
  return found;
}

/**
 * Places for signs that only stand for something wide, as a country's does: where they belong, or as near to it as leaves
 * them clear of one another and of marks that stand where they stand. The first before the later ones.
 */
export function apart(signs: readonly { at: Point; half: Point }[], marks: readonly { at: Point; half: Point }[]): Point[] {
  const taken = marks.map((one) => around(one.at, one.half));
  return signs.map(({ at, half }) => {
    const own = around(at, half);
    const inWay = taken.filter((other) => meet(own, other));
    const free = inWay.length === 0 ? at : (aways(at, inWay).find((place) => !taken.some((other) => meet(around(place, half), other))) ?? at);
    taken.push(around(free, half));
    return free;
  });
}

/** Places around one, the near ones first, and nearest those away from what is in its way: west of what lies in the east. */
function aways(at: Point, inWay: readonly Box[]): Point[] {
  const mean = (of: (box: Box) => number): number => inWay.reduce((sum, box) => sum + of(box), 0) / inWay.length;
  const [dx, dy] = [at[0] - mean((box) => (box.left + box.right) / 2), at[1] - mean((box) => (box.top + box.bottom) / 2)];
  const far = Math.hypot(dx, dy) || 1;
  const cost = ([x, y]: Point): number => Math.hypot(x - at[0], y - at[1]) - (0.6 * ((x - at[0]) * dx + (y - at[1]) * dy)) / far;
  return [...rings(at)].sort((a, b) => cost(a) - cost(b));
}

/** What a mark covers, from where it stands. */
export interface Reach {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Places for marks that may stand at any of some points, the earlier the better, else near the first: none on what is
 * taken and none on another, while there is room. The first before the later ones.
 */
export function strewn(marks: readonly { ways: readonly Point[]; reach: Reach }[], taken: readonly Reach[]): Point[] {
  const full: Box[] = [...taken];
  return marks.map(({ ways, reach }) => {
    const box = ([x, y]: Point): Box => ({ left: x + reach.left, right: x + reach.right, top: y + reach.top, bottom: y + reach.bottom });
    const free = (place: Point): boolean => {
      const own = box(place);
      return !full.some((other) => meet(own, other));
    };
    const first: Point = ways[0] ?? [0, 0];
    const found = ways.find(free) ?? [...rings(first)].find(free) ?? first;
    full.push(box(found));
    return found;
  });
}

/** The box of a name where it stands. */
export function boxOf({ x, y }: Label, width: number): Reach {
  return { left: x, right: x + width, top: y - ABOVE, bottom: y - ABOVE + LINE };
}

/** The place itself, then sixteen on each of the rings around it, to 72 pixels. */
function* rings([x, y]: Point): Generator<Point> {
  yield [x, y];
  for (let far = 6; far <= 72; far += 6)
    for (let i = 0; i < 16; i += 1) yield [x + far * Math.cos((i * Math.PI) / 8), y + far * Math.sin((i * Math.PI) / 8)];
}

/** Below, above, right and left of a mark, then the corners, then farther below and above. */
function* sides({ at: [x, y], half: [w, h], width }: Named): Generator<Box> {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + LINE });
  const [below, above, middle] = [y + h + 1, y - h - 1 - LINE, y - LINE / 2];
  yield box(x - width / 2, below);
  yield box(x - width / 2, above);
  yield box(x + w + 4, middle);
  yield box(x - w - 4 - width, middle);
  yield box(x + w, below - 4);
  yield box(x - w - width, below - 4);
  yield box(x + w, above + 4);
  yield box(x - w - width, above + 4);
  yield box(x - width / 2, below + LINE);
  yield box(x - width / 2, above - LINE);
}

export function around([x, y]: Point, [w, h]: Point): Reach {
  return { left: x - w, right: x + w, top: y - h, bottom: y + h };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
