import { describe, expect, it } from 'vitest';
import type { EdgeGlyph, NodeGlyph, Scene } from '../../bindings/wire.ts';
import { between, eased, glance, rearranged } from './passage.ts';

const node = (id: string, x: number, y: number): NodeGlyph => ({ id, x, y }) as NodeGlyph;
const edge = (curve: EdgeGlyph['curve'], angle: number): EdgeGlyph =>
  ({ id: 'l0', from: 'a', to: 'b', curve, heads: [{ atEnd: true, x: curve[6], y: curve[7], angle }] }) as unknown as EdgeGlyph;
const scene = (nodes: NodeGlyph[], edges: EdgeGlyph[] = []): Scene => ({ nodes, edges, guides: [] }) as unknown as Scene;

describe('a passage', () => {
  const before = scene([node('a', 0, 0), node('b', 100, 0), node('c', 0, 50)], [edge([0, 0, 0, 0, 100, 0, 100, 0], 350)]);
  const after = scene([node('a', 10, 20), node('b', 0, 80), node('c', 40, 50), node('new', 7, 7)], [edge([10, 20, 10, 20, 0, 80, 0, 80], 20)]);

  it('is taken where most stand elsewhere, not where one was moved', () => {
    expect(rearranged(before, after)).toBe(true);
    expect(rearranged(before, before)).toBe(false);
    expect(rearranged(before, scene([node('a', 9, 9), node('b', 100, 0), node('c', 0, 50)]))).toBe(false);
  });

  it('begins where all stood and ends where they stand', () => {
    const start = between(before, after, 0);
    expect(start.nodes.map(({ x, y }) => [x, y])).toEqual([[0, 0], [100, 0], [0, 50], [7, 7]]);
    expect(start.edges[0]?.curve).toEqual(before.edges[0]?.curve);
    const end = between(before, after, 1);
    expect(end.nodes).toEqual(after.nodes);
    expect(end.edges[0]?.curve).toEqual(after.edges[0]?.curve);
  });

  it('turns heads the shorter way', () => {
    expect(between(before, after, 0.5).edges[0]?.heads[0]?.angle).toBe(365);
  });

  it('goes slowly at both ends and takes the view along', () => {
    expect([eased(0), eased(0.5), eased(1)]).toEqual([0, 0.5, 1]);
    expect(eased(0.1)).toBeLessThan(0.1);
    expect(glance({ k: 1, x: 0, y: 0 }, { k: 2, x: 10, y: -10 }, 0.5)).toEqual({ k: 1.5, x: 5, y: -5 });
  });
});
