// How wide an event's glyph is with its badges. Pure.
import type { Mark, NodeGlyph, Rect } from '../../bindings/wire.ts';

/** Badges stand so far apart, and reach so far beyond their middle. */
const [STEP, REACH] = [9, 5.2];
/** An event has one badge for its modality, one for an unsure reading, one for a claim of somebody. */
const MOST = 3;

/** The ring of a badge: in the colour of the ground with the edge of events. */
const ring = (mark: Mark): boolean => mark.fill === 'canvas' && mark.stroke?.color === 'event-edge' && mark.stroke.width === 1;

/** How many badges a glyph has. */
export function badges(node: NodeGlyph): number {
  return node.marks.filter(ring).length;
}

/** The marks of a glyph without its badges, which come last: its own shape still says what has not happened. */
export function body(node: NodeGlyph): Mark[] {
  const first = node.marks.findIndex(ring);
  return first < 0 ? node.marks : node.marks.slice(0, first);
}

/** The box of a glyph around its middle, in its own units; `lined`, as wide as the widest of its sort. */
export function glyphBox(node: NodeGlyph, lined: boolean): Rect {
  const half = node.event ? node.r * 1.6 : node.r * 1.22;
  const count = !node.event ? 0 : lined ? MOST : badges(node);
  const right = count === 0 ? half : Math.max(half, node.r * 0.95 + STEP * (count - 1) + REACH);
  return { x: -half, y: -half, w: half + right, h: 2 * half };
}
