import { describe, expect, it } from 'vitest';
import { edge } from '../../state/small.ts';
import { bend, headAt, middle } from './bend.ts';
import { allLabelsFrom, fit, inSight, reveal, toScene, zoomAt, ZOOM } from './view.ts';

describe('fit', () => {
  it('leaves a figure alone that was composed for this pane', () => {
    expect(fit({ x: 40, y: 50, w: 600, h: 440 }, 704, 524)).toEqual({ k: 1, x: 0, y: 0 });
  });

  it('makes a larger figure small enough and puts it in the middle', () => {
    const view = fit({ x: 0, y: 0, w: 1000, h: 500 }, 512, 512);
    expect(view.k).toBeCloseTo(0.5);
    expect(view.y + 250 * view.k).toBeCloseTo(256);
  });

  it('makes a figure composed for a smaller pane a little larger, in the middle', () => {
    const view = fit({ x: 0, y: 0, w: 704, h: 524 }, 1226, 923);
    expect(view.k).toBe(1.3);
    expect(view.x + 352 * view.k).toBeCloseTo(613);
  });

  it('survives a pane without size', () => {
    expect(fit({ x: 0, y: 0, w: 0, h: 0 }, 0, 0)).toEqual({ k: 1, x: 0, y: 0 });
  });
});

describe('every label', () => {
  it('is shown at twice the zoom that fits a large figure, and at twice its own size a small one', () => {
    expect(allLabelsFrom(0.55)).toBeCloseTo(1.1);
    expect(allLabelsFrom(1.3)).toBe(2);
  });
});

describe('zoom', () => {
  it('keeps the point under the pointer where it is', () => {
    const view = { k: 1, x: 20, y: -5 };
    const before = toScene(view, 300, 200);
    const after = toScene(zoomAt(view, 1.7, 300, 200), 300, 200);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  it('stops at both ends', () => {
    expect(zoomAt({ k: 1, x: 0, y: 0 }, 1000, 0, 0).k).toBe(ZOOM.most);
    expect(zoomAt({ k: 1, x: 0, y: 0 }, 0.001, 0, 0).k).toBe(ZOOM.least);
  });
});

describe('reveal', () => {
  it('moves no more than it must', () => {
    const view = { k: 1, x: 0, y: 0 };
    expect(reveal(view, 100, 100, 400, 300, 20)).toEqual(view);
    expect(reveal(view, 500, 100, 400, 300, 20)).toEqual({ k: 1, x: -120, y: 0 });
  });
});

describe('a dragged node', () => {
  const line = { ...edge('e', 'c', 'a', 'b', 'target', [0, 0, 10, 0, 20, 0, 30, 0]), heads: [{ atEnd: true, x: 36, y: 0, angle: 0, mark: { d: '', fill: null, stroke: null } }] };
  const head = line.heads[0];

  it('takes its end of the edge along and leaves the other', () => {
    expect(bend(line, { node: 'b', dx: 5, dy: 7 })).toEqual([0, 0, 10, 0, 25, 7, 35, 7]);
    expect(bend(line, { node: 'z', dx: 5, dy: 7 })).toBe(line.curve);
    expect(middle([0, 0, 10, 0, 20, 0, 30, 0])).toEqual([15, 0]);
  });

  it('keeps the head at the end of its line', () => {
    const at = head && headAt(line, head, { node: 'b', dx: 5, dy: 7 });
    expect(at).toMatchObject({ x: 41, y: 7, angle: 0 });
  });
});

describe('the whole figure', () => {
  const bounds = { x: 0, y: 0, w: 700, h: 500 };

  it('is in sight at fit and no longer when closer or moved away', () => {
    const view = fit(bounds, 704, 524);
    expect(inSight(view, bounds, 704, 524)).toBe(true);
    expect(inSight(zoomAt(view, 1.25, 352, 262), bounds, 704, 524)).toBe(false);
    expect(inSight({ ...view, x: view.x - 60 }, bounds, 704, 524)).toBe(false);
  });
});

describe('a figure under the zoom buttons', () => {
  const bounds = { x: 0, y: 0, w: 700, h: 590 };
  const reaches = (view: { k: number; x: number; y: number }, box: { x: number; y: number; w: number; h: number }): [number, number] => [(box.x + box.w) * view.k + view.x, (box.y + box.h) * view.k + view.y];

  it('is fitted beside them or above them where a name would lie there, and only there', () => {
    const far = { x: 20, y: 20, w: 60, h: 14 };
    expect(fit(bounds, 704, 596, [far])).toEqual({ k: 1, x: 0, y: 0 });
    const name = { x: 640, y: 540, w: 60, h: 14 };
    const view = fit(bounds, 704, 596, [far, name]);
    const [right, bottom] = reaches(view, name);
    expect(right <= 704 - 38 || bottom <= 596 - 83).toBe(true);
    expect(view.k).toBeGreaterThan(0.9);
  });
});
