// How each piece of the article looks at the moment: whose mention it is, whether that is selected, found, quoted,
// flashing. Pure; made for the whole text at once, so that only pieces that look different are drawn anew.
import type { Range } from '../bindings/wire.ts';
import type { Paragraph, Piece } from './pieces.ts';

/** What is going on while the text is drawn. */
export interface Scenery {
  /** Entities whose mentions are coloured. */
  marked: ReadonlySet<string>;
  /** Everything selected. */
  chosen: ReadonlySet<string>;
  /** Whether what leads the selection is an entity, a claim, or nothing. */
  leads: 'entity' | 'claim' | null;
  /** The current mention or quote. */
  place: Range | null;
  /** Whether something has been filtered away; null where that is not known. */
  shown: ((id: string) => boolean) | null;
  /** Places of what is looked for, in order, and the current one. */
  found: readonly Range[];
  sought: Range | null;
  flash: Range | null;
}

/** One piece as drawn. */
export interface Look {
  start: number;
  text: string;
  entity: string | undefined;
  event: string | undefined;
  /** Class names; empty where nothing is marked. */
  names: string;
  current: boolean;
  quoted: boolean;
  flashing: boolean;
  hit: 'yes' | 'here' | undefined;
  /** Whether the found place begins or ends with this piece. */
  first: boolean;
  last: boolean;
}

/** One paragraph as drawn. */
export interface LookedAt {
  start: number;
  title: boolean;
  looks: Look[];
}

const FAMILY: Record<string, string> = {
  person: 'person', organization: 'group', group: 'group', country: 'place', place: 'place', facility: 'place', event: 'event',
};

/** How a paragraph looks: in each piece the innermost mark owns it, unless an outer one is what is selected. */
export function look(line: Paragraph, scenery: Scenery): LookedAt {
  return { start: line.start, title: line.title, looks: line.pieces.map((piece) => lookOf(piece, scenery)) };
}

/** Looks of pieces with nothing over them while nothing goes on: made once. */
const PLAIN = new WeakMap<Piece, Look>();

function lookOf(piece: Piece, scenery: Scenery): Look {
  const quiet = piece.over.length === 0 && scenery.found.length === 0 && !(scenery.flash && covers(scenery.flash, piece)) && !(scenery.leads === 'claim' && scenery.place && covers(scenery.place, piece));
  if (!quiet) return markedLook(piece, scenery);
  const known = PLAIN.get(piece) ?? markedLook(piece, scenery);
  PLAIN.set(piece, known);
  return known;
}

function markedLook(piece: Piece, scenery: Scenery): Look {
  const { marked, chosen, leads, place, shown, flash } = scenery;
  const own = piece.over.find((s) => (s.event ? chosen.has(s.id) : marked.has(s.id)));
  const inner = own ?? piece.over[0];
  const current =
    own !== undefined && place !== null && (leads === 'entity' ? own.start === place.start && own.end === place.end : own.event);
  let names = '';
  if (inner) {
    names = `m ${FAMILY[inner.kind] ?? 'other'}`;
    if (inner.mention && inner.mention !== 'name') names += ' ref';
    if (own) names += ' on';
    if (current) names += ' cur';
    if (shown !== null && !shown(inner.id)) names += ' off';
    if (inner.start < piece.start) names += ' from';
    if (inner.end > piece.end) names += ' to';
  }
  return {
    start: piece.start, text: piece.text, entity: inner && !inner.event ? inner.id : undefined, event: inner?.event ? inner.id : undefined, names, current,
    quoted: leads === 'claim' && place !== null && covers(place, piece), flashing: flash !== null && covers(flash, piece), ...(scenery.found.length > 0 ? hit(piece, scenery) : NOT_FOUND),
  };
}

const NOT_FOUND = { hit: undefined, first: false, last: false } as const;

const covers = (outer: Range, inner: Range): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** How a piece lies in what was found: one place looks like one though a name begins inside it. */
function hit(piece: Piece, { found, sought }: Scenery): Pick<Look, 'hit' | 'first' | 'last'> {
  // They come in order and do not overlap.
  let [low, high] = [0, found.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.end ?? 0) <= piece.start) low = middle + 1;
    else high = middle;
  }
  const range = found[low];
  if (!range || !covers(range, piece)) return NOT_FOUND;
  return { hit: range === sought ? 'here' : 'yes', first: range.start === piece.start, last: range.end === piece.end };
}
