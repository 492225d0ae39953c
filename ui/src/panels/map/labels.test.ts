import { describe, expect, it } from 'vitest';
import { labels, type Named } from './labels.ts';

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
