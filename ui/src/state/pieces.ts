// The article cut into pieces that each carry what lies over them: mentions, triggers, citations. Pure.
// Nested mentions ("PM Kanada" with "Kanada" inside) become pieces that know both; the innermost one owns the click.
import type { MentionKind, Range, Snapshot } from '../bindings/wire.ts';

/** A marked stretch of the text: a mention of an entity or the trigger of an event. */
export interface Stretch extends Range {
  id: string;
  event: boolean;
  mention: MentionKind | null;
  /** Entity kind, or `event`. */
  kind: string;
  /** Rank among the mentions of its entity, from 0. */
  rank: number;
}

/** A run of text with one and the same set of stretches over it. */
export interface Piece extends Range {
  text: string;
  /** Innermost first. */
  over: Stretch[];
}

/** One paragraph: a line of the text that is not blank. */
export interface Paragraph extends Range {
  title: boolean;
  pieces: Piece[];
}

/** Everything that is marked in an article, by start, longer first. */
export function stretches(snapshot: Snapshot): Stretch[] {
  const all: Stretch[] = [];
  for (const entity of snapshot.entities)
    entity.mentions.forEach((mention, rank) =>
      all.push({ ...mention.range, id: entity.id, event: false, mention: mention.kind, kind: entity.kind, rank }),
    );
  for (const event of snapshot.events)
    event.triggers.forEach((range, rank) =>
      all.push({ ...range, id: event.id, event: true, mention: null, kind: 'event', rank }),
    );
  return all.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** Paragraphs and their pieces, cut at every edge of a mention, trigger or citation. */
export function paragraphs(snapshot: Snapshot): Paragraph[] {
  const { text, title } = snapshot.article;
  const marked = stretches(snapshot);
  const cuts = new Set<number>();
  for (const { start, end } of [...marked, ...snapshot.sentences, ...cited(snapshot)]) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  const result: Paragraph[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (line[0].trim() === '') continue;
    const start = line.index;
    const end = start + line[0].length;
    const bounds = [start, ...edges.filter((edge) => edge > start && edge < end), end];
    const here = marked.filter((s) => s.start < end && s.end > start);
    const pieces = bounds.slice(0, -1).map((from, i): Piece => {
      const to = bounds[i + 1] ?? end;
      const over = here
        .filter((s) => s.start <= from && s.end >= to)
        .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1));
      return { start: from, end: to, text: text.slice(from, to), over };
    });
    result.push({ start, end, title: title !== null && start < title.end && end > title.start, pieces });
  }
  return result;
}

/** A line cut once more, at the edges of places that were found in it. */
export function cutAt(line: Paragraph, ranges: readonly Range[]): Paragraph {
  const here = ranges.filter((range) => range.start < line.end && range.end > line.start);
  if (here.length === 0) return line;
  const edges = here.flatMap((range) => [range.start, range.end]);
  const pieces = line.pieces.flatMap((piece) => {
    const inner = edges.filter((edge) => edge > piece.start && edge < piece.end).sort((a, b) => a - b);
    const bounds = [piece.start, ...new Set(inner), piece.end];
    return bounds.slice(0, -1).map((start, i) => {
      const end = bounds[i + 1] ?? piece.end;
      return { ...piece, start, end, text: piece.text.slice(start - piece.start, end - piece.start) };
    });
  });
  return { ...line, pieces };
}

function cited(snapshot: Snapshot): Range[] {
  return [...snapshot.events, ...snapshot.relations].flatMap((claim) => claim.ground.cites.map((cite) => cite.range));
}

/** A stretch of a quote, as the inspector shows it. */
export interface QuotePiece {
  text: string;
  mark: boolean;
  trigger: boolean;
  start: number;
}

/** A quote cut at its marks (actors) and triggers. Blank runs collapse, since a quote may cross lines. */
export function quote(text: string, range: Range, marks: Range[], triggers: Range[]): QuotePiece[] {
  const inside = (all: Range[], from: number, to: number): boolean => all.some((r) => r.start <= from && r.end >= to);
  const cuts = [...marks, ...triggers].flatMap((r) => [r.start, r.end]).filter((at) => at > range.start && at < range.end);
  const bounds = [...new Set([range.start, ...cuts, range.end])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] ?? range.end;
    const trigger = inside(triggers, from, to);
    return { text: text.slice(from, to).replace(/\s+/g, ' '), mark: inside(marks, from, to) && !trigger, trigger, start: from };
  });
}
