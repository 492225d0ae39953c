import { describe, expect, it } from 'vitest';
import type { Rect } from '../../bindings/wire.ts';
import { edge, node } from '../../state/small.ts';
import { meets, moved, roomFor } from './room.ts';

const named = (id: string, bounds: Rect) => ({ ...edge(id, id, 'a', 'b', 'relation'), label: { ...node(id, 0, 0).label, bounds } });

describe('names', () => {
  it('meet when they share ground and not when they only touch', () => {
    const box = { x: 0, y: 0, w: 10, h: 10 };
    expect(meets(box, { x: 9, y: 9, w: 10, h: 10 })).toBe(true);
    expect(meets(box, { x: 10, y: 0, w: 10, h: 10 })).toBe(false);
    expect(moved(box, 5, -5)).toEqual({ x: 5, y: -5, w: 10, h: 10 });
  });

  it('are left out where something else stands, be it one of their own', () => {
    const taken = [{ x: 0, y: 0, w: 50, h: 12 }];
    const names = [named('on', { x: 40, y: 5, w: 30, h: 12 }), named('free', { x: 60, y: 30, w: 30, h: 12 }), named('late', { x: 80, y: 35, w: 30, h: 12 })];
    expect(roomFor(names, taken).map((one) => one.id)).toEqual(['free']);
  });
});
