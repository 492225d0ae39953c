import { describe, expect, it } from 'vitest';
import { apart, boxOf, labels, strewn, type Named, type Reach } from './labels.ts';

const dot = (id: string, x: number, y: number, width = 40): Named => ({ id, at: [x, y], half: [5, 5], width });
const box = ({ x, y }: { x: number; y: number }, width = 40) => ({ left: x, right: x + width, top: y - 11, bottom: y + 3 });
const meet = (a: ReturnType<typeof box>, b: ReturnType<typeof box>): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the names of the map', () => {
  it('stand below their marks where there is room', () => {
    const found = labels([dot('a', 100, 100)], []).get('a');
    expect(found?.x).toBe(80);
    expect(found?.y).toBeGreaterThan(105);
  });

  it('never stand on one another nor on the mark of another, however close', () => {
    // A spiral of marks that grows denser towards its middle.
    const names = Array.from({ length: 60 }, (_, i) => dot(`${i}`, 300 + 4 * i * Math.cos(i * 2.4), 300 + 4 * i * Math.sin(i * 2.4), 30 + (i % 5) * 12));
    const found = labels(names, []);
    expect(found.size).toBeGreaterThan(20);
    const placed = names.flatMap((one) => {
      const at = found.get(one.id);
      return at ? [{ one, box: box(at, one.width) }] : [];
    });
    for (const { one, box: here } of placed) {
      for (const other of placed) if (other.one !== one) expect(meet(here, other.box)).toBe(false);
      for (const { id, at: [x, y] } of names) if (id !== one.id) expect(meet(here, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })).toBe(false);
    }
  });

  it('give way to the first, who is the most spoken of', () => {
    const found = labels([dot('first', 100, 100, 400), dot('later', 101, 100, 400)], []);
    expect(found.has('first')).toBe(true);
  });

  it('step aside for other marks', () => {
    const below = { at: [100, 113] as [number, number], half: [8, 8] as [number, number] };
    expect(labels([dot('a', 100, 100)], [below]).get('a')?.y).toBeLessThan(100);
  });
});

describe('the signs of countries', () => {
  const half: [number, number] = [13, 9];
  const sign = (x: number, y: number) => ({ at: [x, y] as [number, number], half });

  it('stand where they belong while there is room', () => {
    expect(apart([sign(0, 0), sign(100, 0)], [])).toEqual([[0, 0], [100, 0]]);
  });

  it('keep their side of what is in their way', () => {
    const [east, west, north] = apart([sign(0, 0), sign(-6, 1), sign(1, -5)], []);
    expect(east).toEqual([0, 0]);
    expect(west?.[0]).toBeLessThan(-20);
    expect(north?.[1]).toBeLessThan(-14);
  });

  it('move away from one another and from places, which stay, and no farther than need be', () => {
    const town = { at: [2, 2] as [number, number], half: [6, 6] as [number, number] };
    const found = apart([sign(0, 0), sign(3, 1), sign(1, 4)], [town]);
    const boxes = [...found.map(([x, y]) => [x, y, ...half]), [...town.at, ...town.half]] as [number, number, number, number][];
    boxes.forEach(([x, y, w, h], i) =>
      boxes.slice(i + 1).forEach(([u, v, a, b]) => expect(Math.abs(x - u) >= w + a || Math.abs(y - v) >= h + b).toBe(true)));
    for (const [x, y] of found) expect(Math.hypot(x, y)).toBeLessThan(60);
  });
});

describe('the events of the map', () => {
  const reach: Reach = { left: -8, right: 20, top: -9, bottom: 9 };
  const here = (ways: [number, number][]) => ({ ways, reach });

  it('stand on their way where it is free, as near its middle as they can', () => {
    const way: [number, number][] = [[0, 0], [10, 0], [40, 0]];
    expect(strewn([here(way), here(way)], [])).toEqual([[0, 0], [40, 0]]);
    expect(strewn([here(way)], [{ left: -1, right: 1, top: -1, bottom: 1 }])).toEqual([[10, 0]]);
  });

  it('never lie on one another nor on a name, be they twenty of one spot', () => {
    const name = boxOf({ x: -20, y: 20 }, 60);
    const found = strewn(Array.from({ length: 20 }, () => here([[0, 0]])), [name]);
    const boxes = [name, ...found.map(([x, y]) => ({ left: x + reach.left, right: x + reach.right, top: y + reach.top, bottom: y + reach.bottom }))];
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)));
  });
});
