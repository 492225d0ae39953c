// Back and Forward: the views the reader has passed through. Pure; a view is what is selected, what is focused on and
// what is filtered.
import { EVERYTHING, type Filter } from './filter.ts';

/** The part of the graph around some nodes that is left standing. */
export interface Focus {
  ids: readonly string[];
  /** How many steps from them, 1 and up. */
  hops: number;
}

/** One view. */
export interface View {
  /** Entity, event or relation id: the one that the inspector and the article speak of. */
  selected: string | null;
  /** What was selected before it and is kept with it, in the order of selecting. */
  also: readonly string[];
  focus: Focus | null;
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

export const NOTHING: View = { selected: null, also: [], focus: null, filter: EVERYTHING };
export const START: Trail = { past: [], here: NOTHING, future: [] };

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
  const live = (view: View): View => {
    const chosen = chosenIn(view).filter(there);
    const ids = view.focus?.ids.filter(there) ?? [];
    return { ...select(view, chosen), focus: view.focus && ids.length > 0 ? { ...view.focus, ids } : null };
  };
  const fold = (views: readonly View[], next: View): View[] =>
    views.map(live).filter((view, i, all) => !same(view, all[i + 1] ?? next));
  const here = live(trail.here);
  return { past: fold(trail.past, here), here, future: fold([...trail.future].reverse(), here).reverse() };
}

/** Everything that is selected, in the order of selecting. */
export function chosenIn(view: View): string[] {
  return view.selected === null ? [] : [...view.also, view.selected];
}

/** The view with these selected, the last of them leading. */
export function select(view: View, ids: readonly string[]): View {
  return { ...view, selected: ids.at(-1) ?? null, also: ids.slice(0, -1) };
}

/** The view with one more selected, which then leads, or one less. */
export function extend(view: View, id: string): View {
  const chosen = chosenIn(view);
  return select(view, chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
}

function same(a: View, b: View): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
