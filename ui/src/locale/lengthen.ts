// A locale that nobody speaks: every word of the interface two fifths longer and with marks over its letters, so that
// what is cut off, and what is not in the locale file at all, can be seen. For tests; the shipped build has none of it.
import en from './en.json';
import id from './id.json';

const MARKED: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };

/** One text, longer by the share; holes like `{n}` stay. */
export function longer(text: string, share = 0.4): string {
  const pieces = text.split(/(\{\w+\})/);
  const letters = pieces.filter((_, i) => i % 2 === 0).join('').trim().length;
  const marked = pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[aeiouAEIOU]/g, (letter) => MARKED[letter] ?? letter))).join('');
  return letters === 0 ? text : `${marked}${'~'.repeat(Math.ceil(letters * share))}`;
}

/** Makes both languages longer, for as long as the page lives. */
export function lengthen(): void {
  for (const table of [id, en] as Record<string, string>[]) for (const key of Object.keys(table)) table[key] = longer(table[key] ?? '');
}
