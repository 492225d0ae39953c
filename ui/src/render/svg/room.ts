// Which names have room: a name that would stand on another is left out, for there its claim can still be read aloud,
// hovered and inspected. Pure.
import type { Label, Rect } from '../../bindings/wire.ts';

/** Whether two boxes share any ground. */
export function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** A box moved by (x, y). */
export function moved(box: Rect, x: number, y: number): Rect {
  return { ...box, x: box.x + x, y: box.y + y };
}

/** Of some labelled things those whose labels meet nothing that is taken and none that came before them. */
export function roomFor<T extends { label: Label | null }>(things: readonly T[], taken: readonly Rect[]): T[] {
  const full = [...taken];
  return things.filter(({ label }) => {
    if (label === null || full.some((box) => meets(box, label.bounds))) return false;
    full.push(label.bounds);
    return true;
  });
}
