// A row that stands for a node: it lights the node up while the pointer moves over it, and a press selects it.
import type { Session } from '../state/session.svelte.ts';

/**
 * To be attached to a row. Only a pointer that truly moves counts: when a list is replaced under a resting pointer,
 * browsers tell of a pointer that "entered", and what was just selected would at once be outshone by a neighbour.
 */
export function lights(session: Session, id: string): (row: HTMLElement) => () => void {
  return (row) => {
    const move = (event: PointerEvent): void => {
      if (event.movementX !== 0 || event.movementY !== 0) session.hover = id;
    };
    const leave = (): void => {
      if (session.hover === id) session.hover = null;
    };
    row.addEventListener('pointermove', move);
    row.addEventListener('pointerleave', leave);
    return () => {
      row.removeEventListener('pointermove', move);
      row.removeEventListener('pointerleave', leave);
      leave();
    };
  };
}

/** A press on a row: it alone is selected, or with Shift or Ctrl it too. */
export function pick(session: Session, id: string, event: MouseEvent): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey) session.extend(id);
  else session.select(id);
}
