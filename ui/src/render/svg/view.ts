// Pan and zoom as arithmetic: scene coordinates times `k` plus (x, y) are pane coordinates. Pure.
import type { Rect } from '../../bindings/wire.ts';

/** A view of the scene. */
export interface View {
  k: number;
  x: number;
  y: number;
}

/** Furthest out and in. */
export const ZOOM = { least: 0.25, most: 8 } as const;

/** Labels that were left out at fit appear at so many times its zoom, at the latest at so many times their own size. */
export const ALL_LABELS = 2;

/** How much larger than drawn a figure may get when its pane has grown. */
const LARGEST = 1.3;

/** What the zoom buttons cover of the pane's lower right corner. */
const BUTTONS = { w: 44, h: 90 } as const;

/** The whole figure in the pane; none of its `boxes`, marks and names, under the buttons. */
export function fit(bounds: Rect, width: number, height: number, boxes: readonly Rect[] = [], margin = 6): View {
  if (bounds.w <= 0 || bounds.h <= 0 || width <= 0 || height <= 0) return { k: 1, x: 0, y: 0 };
  const under = ({ k, x, y }: View): boolean => boxes.some((box) => (box.x + box.w) * k + x > width - BUTTONS.w && (box.y + box.h) * k + y > height - BUTTONS.h);
  const first = whole(bounds, width, height, margin);
  if (!under(first)) return first;
  // Smaller, beside the buttons or above them, whichever is larger: for a hand's breadth no figure is halved.
  const [beside, above] = [whole(bounds, width - BUTTONS.w, height, margin), whole(bounds, width, height - BUTTONS.h, margin)];
  return above.k > beside.k ? above : beside;
}

function whole(bounds: Rect, width: number, height: number, margin: number): View {
  // A figure composed for this very pane stays where it was composed: its corners were kept free for the controls, and
  // type keeps its size. One that was composed for another pane is centred and scaled.
  const inside = bounds.x >= 0 && bounds.y >= 0 && bounds.x + bounds.w <= width && bounds.y + bounds.h <= height;
  const off = (start: number, size: number, all: number): number => Math.abs(start + size / 2 - all / 2) / all;
  if (inside && off(bounds.x, bounds.w, width) < 0.1 && off(bounds.y, bounds.h, height) < 0.1) return { k: 1, x: 0, y: 0 };
  const k = Math.min(LARGEST, (width - 2 * margin) / bounds.w, (height - 2 * margin) / bounds.h);
  return { k, x: width / 2 - (bounds.x + bounds.w / 2) * k, y: height / 2 - (bounds.y + bounds.h / 2) * k };
}

/** The zoom from which every label is shown, by the zoom at which the whole figure fits: a large figure that fits at half its size
 * is twice as near at its own size. */
export function allLabelsFrom(fitting: number): number {
  return Math.min(ALL_LABELS, ALL_LABELS * fitting);
}

/** The figure at its own size, its middle in the middle of the pane. */
export function ownSize(bounds: Rect, width: number, height: number): View {
  return { k: 1, x: width / 2 - (bounds.x + bounds.w / 2), y: height / 2 - (bounds.y + bounds.h / 2) };
}

/** Whether the whole figure can be seen, but for a margin without marks. */
export function inSight({ k, x, y }: View, bounds: Rect, width: number, height: number, margin = 12): boolean {
  const within = (start: number, size: number, shift: number, all: number): boolean => start * k + shift >= -margin && (start + size) * k + shift <= all + margin;
  return within(bounds.x, bounds.w, x, width) && within(bounds.y, bounds.h, y, height);
}

/** Zooms so that what is at pane point (x, y) stays there. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const k = Math.min(ZOOM.most, Math.max(ZOOM.least, view.k * factor));
  const f = k / view.k;
  return { k, x: x - (x - view.x) * f, y: y - (y - view.y) * f };
}

/** Pane coordinates to scene coordinates. */
export function toScene(view: View, x: number, y: number): [number, number] {
  return [(x - view.x) / view.k, (y - view.y) / view.k];
}

/** The least move that brings a scene point at least `margin` inside the pane; the very same view if it is. */
export function reveal(view: View, x: number, y: number, width: number, height: number, margin: number): View {
  const px = x * view.k + view.x;
  const py = y * view.k + view.y;
  const shift = (at: number, size: number): number => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
  const [dx, dy] = [shift(px, width), shift(py, height)];
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}
