// Going around the edges of a node: what [ and ] share.
import { cycle } from '../graph/links.ts';
import type { Session } from '../state/session.svelte.ts';

/** Node whose edges are being gone around, kept while the selection is one of its claims. */
let centre: string | null = null;

/** Selects the next or previous claim around the selected node; an event hands over to the actor it was reached from. */
export function edgeTurn(session: Session, way: 1 | -1): void {
  const { links, shown, selected } = session;
  const id = session.trail.here.selected;
  if (!links || !shown || !selected || id === null) return;
  const touches = (node: string | null): boolean =>
    node !== null && (links.edges.get(node) ?? []).some((edge) => edge.claim === id);
  if (selected.what === 'entity') centre = id;
  else if (!touches(centre)) centre = links.claims.get(id)?.map((edge) => edge.from).find((node) => node !== id) ?? null;
  if (centre === null) return;
  const next = cycle(links, centre, selected.what === 'entity' ? null : id, way, (claim) => shown.claims.has(claim));
  if (next !== null) session.select(next);
}
