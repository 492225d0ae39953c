// The way from one drawing of the same graph to another: every node goes straight, every line with it. Pure.
import type { EdgeGlyph, Scene } from '../../bindings/wire.ts';
import type { View } from './view.ts';

/** How long a passage takes, in milliseconds. */
export const PASSAGE = 250;

/** Whether the figure was put in another order: three nodes that both drawings have, and three in ten of them, stand elsewhere. */
export function rearranged(before: Scene, after: Scene): boolean {
  const places = new Map(before.nodes.map((node) => [node.id, node]));
  const both = after.nodes.filter((node) => places.has(node.id));
  const moved = both.filter((node) => {
    const old = places.get(node.id);
    return old !== undefined && Math.abs(old.x - node.x) + Math.abs(old.y - node.y) > 1;
  });
  return moved.length >= 3 && moved.length >= 0.3 * both.length;
}

/** Slow at both ends. */
export const eased = (share: number): number => share * share * (3 - 2 * share);

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The later drawing with its nodes and lines this far (0 to 1) on their way from where they stood in the earlier one. */
export function between(before: Scene, after: Scene, share: number): Scene {
  const places = new Map(before.nodes.map((node) => [node.id, node]));
  const lines = new Map(before.edges.map((edge) => [edge.id, edge]));
  const nodes = after.nodes.map((node) => {
    const old = places.get(node.id);
    return old ? { ...node, x: mix(old.x, node.x, share), y: mix(old.y, node.y, share) } : node;
  });
  const edges = after.edges.map((edge): EdgeGlyph => {
    const old = lines.get(edge.id);
    if (!old || old.from !== edge.from || old.to !== edge.to) return edge;
    const curve = edge.curve.map((value, i) => mix(old.curve[i] ?? value, value, share)) as EdgeGlyph['curve'];
    const heads = edge.heads.map((head, i) => {
      const was = old.heads[i];
      if (!was) return head;
      // The shorter way round.
      const turn = ((((head.angle - was.angle) % 360) + 540) % 360) - 180;
      return { ...head, x: mix(was.x, head.x, share), y: mix(was.y, head.y, share), angle: was.angle + turn * share };
    });
    return { ...edge, curve, heads };
  });
  return { ...after, guides: [], nodes, edges };
}

/** The view on its way. */
export function glance(before: View, after: View, share: number): View {
  return { k: mix(before.k, after.k, share), x: mix(before.x, after.x, share), y: mix(before.y, after.y, share) };
}
