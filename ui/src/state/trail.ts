// Back and Forward: the views the reader has passed through. Pure; a view is what is selected and what is filtered.
import { EVERYTHING, type Filter } from './filter.ts';

/** One view. */
export interface View {
  /** Entity, event or relation id. */
  selected: string | null;
  filter: Filter;
}

/** Views passed, the present one, and those gone back from. */
export interface Trail {
  past: readonly View[];
  here: View;
  future: readonly View[];
}

/** The longest past that is kept. */
export const LIMIT = 200;

export const START: Trail = { past: [], here: { selected: null, filter: EVERYTHING }, future: [] };

/** Goes to a view; the future is forgotten. Going to where one is changes nothing. */
export function visit(trail: Trail, view: View): Trail {
  if (same(trail.here, view)) return trail;
  return { past: [...trail.past, trail.here].slice(-LIMIT), here: view, future: [] };
}

/** One view back, if there is one. */
export function back(trail: Trail): Trail {
  const here = trail.past.at(-1);
  return here ? { past: trail.past.slice(0, -1), here, future: [trail.here, ...trail.future] } : trail;
}

/** One view forward, if there is one. */
export function forward(trail: Trail): Trail {
  const here = trail.future[0];
  return here ? { past: [...trail.past, trail.here], here, future: trail.future.slice(1) } : trail;
}

/** Forgets selections of things that are gone, and with them the views that then say the same as their neighbour. */
export function prune(trail: Trail, there: (id: string) => boolean): Trail {
  const live = (view: View): View =>
    view.selected !== null && !there(view.selected) ? { ...view, selected: null } : view;
  const fold = (views: readonly View[], next: View): View[] =>
    views.map(live).filter((view, i, all) => !same(view, all[i + 1] ?? next));
  const here = live(trail.here);
  return { past: fold(trail.past, here), here, future: fold([...trail.future].reverse(), here).reverse() };
}

function same(a: View, b: View): boolean {
  return a.selected === b.selected && JSON.stringify(a.filter) === JSON.stringify(b.filter);
}
