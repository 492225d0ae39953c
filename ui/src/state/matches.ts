// Where a query stands in a text, whatever the case, the accents and the line breaks. Pure.
import type { Range } from '../bindings/wire.ts';
import { plain } from './search.ts';

/** The most places that are told. */
export const MOST = 2000;

interface Folded {
  text: string;
  /** Per unit of the folded text: the first unit it came from, and one past the last. */
  from: number[];
  to: number[];
}

/** A text without case and accents, blank runs as one blank, with the way back to the units of the original. */
function folded(text: string): Folded {
  const [from, to]: [number[], number[]] = [[], []];
  let plainText = '';
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    const units = /\s/.test(letter) ? (plainText.endsWith(' ') ? '' : ' ') : plain(letter);
    // What folds to nothing, such as a combining accent, belongs to the letter before it.
    if (units === '' && to.length > 0) to[to.length - 1] = end;
    for (let i = 0; i < units.length; i += 1) {
      from.push(at);
      to.push(end);
    }
    plainText += units;
    at = end;
  }
  return { text: plainText, from, to };
}

let last: { of: string; folded: Folded } | null = null;

/** Every place of a query in a text, in order, at most `MOST`, not overlapping. A blank query stands nowhere. */
export function matches(text: string, query: string): Range[] {
  const wanted = folded(query.trim()).text;
  if (wanted === '') return [];
  // The same text is asked about with every key.
  if (last?.of !== text) last = { of: text, folded: folded(text) };
  const { folded: body } = last;
  const found: Range[] = [];
  for (let at = body.text.indexOf(wanted); at >= 0 && found.length < MOST; at = body.text.indexOf(wanted, at + wanted.length))
    found.push({ start: body.from[at] ?? 0, end: body.to[at + wanted.length - 1] ?? 0 });
  return found;
}
