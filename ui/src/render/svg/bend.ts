// The edges of a node that is being dragged, until the core has drawn them anew. Pure.
import type { EdgeGlyph, Head } from '../../bindings/wire.ts';

/** A node on its way. */
export interface Drag {
  node: string;
  dx: number;
  dy: number;
}

type Curve = EdgeGlyph['curve'];

/** The curve with the dragged end moved; the far end and its tangent stay. */
export function bend(edge: EdgeGlyph, drag: Drag | null): Curve {
  if (drag === null || (edge.from !== drag.node && edge.to !== drag.node)) return edge.curve;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = edge.curve;
  const a = edge.from === drag.node ? 1 : 0;
  const b = edge.to === drag.node ? 1 : 0;
  const { dx, dy } = drag;
  return [x0 + a * dx, y0 + a * dy, x1 + a * dx, y1 + a * dy, x2 + b * dx, y2 + b * dy, x3 + b * dx, y3 + b * dy];
}

/** Path data of a curve. */
export function path([x0, y0, x1, y1, x2, y2, x3, y3]: Curve): string {
  return `M${x0} ${y0}C${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`;
}

/** Where a head stands on a bent curve. Its distance from the end of the line and its turn to the tangent are kept. */
export function headAt(edge: EdgeGlyph, head: Head, drag: Drag | null): { x: number; y: number; angle: number } {
  const moved = bend(edge, drag);
  if (moved === edge.curve) return head;
  const before = tangent(edge.curve, head.atEnd);
  const after = tangent(moved, head.atEnd);
  const turn = after.angle - before.angle;
  const [rx, ry] = [head.x - before.x, head.y - before.y];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: after.x + rx * cos - ry * sin, y: after.y + rx * sin + ry * cos, angle: head.angle + (turn * 180) / Math.PI };
}

/** Middle of a curve. */
export function middle([x0, y0, x1, y1, x2, y2, x3, y3]: Curve): [number, number] {
  return [(x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8];
}

function tangent([x0, y0, x1, y1, x2, y2, x3, y3]: Curve, atEnd: boolean): { x: number; y: number; angle: number } {
  const [x, y] = atEnd ? [x3, y3] : [x0, y0];
  const [cx, cy] = atEnd ? [x2, y2] : [x1, y1];
  const [fx, fy] = cx === x && cy === y ? (atEnd ? [x0, y0] : [x3, y3]) : [cx, cy];
  return { x, y, angle: Math.atan2(y - fy, x - fx) };
}
