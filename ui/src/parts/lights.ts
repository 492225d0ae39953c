// A row that lights up its node while the pointer moves over it.
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
