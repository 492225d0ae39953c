// What the palette finds. Pure: candidates in, ranked rows out.

/** Groups of what can be found, in the order of the rows. */
export const GROUPS = ['node', 'event', 'quote', 'action'] as const;

/** Something that can be found. */
export interface Candidate {
  id: string;
  group: (typeof GROUPS)[number];
  /** What the row says. */
  text: string;
  /** Other words it answers to. */
  also: readonly string[];
}

/** Letters without case and marks, so that "zelensky" finds "Zelenskyy" and "jokowi" finds "Jokowi". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}

/** How well a plain text answers a plain word: 0 not at all, 2 from the start of a word, 3 from its first letter. */
export function fit(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return /[\s("“'‘\-/]/.test(text[at - 1] ?? '') ? 2 : 1;
}

/** A candidate's texts as they are compared; made once, since each letter that is typed asks for all of them. */
const PLAIN = new WeakMap<Candidate, { text: string; also: string[] }>();

function spelled(candidate: Candidate): { text: string; also: string[] } {
  const known = PLAIN.get(candidate);
  if (known) return known;
  const made = { text: plain(candidate.text), also: candidate.also.map(plain) };
  PLAIN.set(candidate, made);
  return made;
}

/** The best answers, at most `limit` of each group; an empty query answers with the first of each but sentences. */
export function find(candidates: readonly Candidate[], query: string, limit: number): Candidate[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  const left = { node: limit, event: limit, quote: words.length === 0 ? 0 : limit, action: limit };
  return candidates
    .map((candidate, index) => {
      const { text, also } = spelled(candidate);
      const scores = words.map((word) => Math.max(fit(text, word) + 0.5, ...also.map((other) => fit(other, word))));
      const missed = words.some((_, i) => (scores[i] ?? 0) < 1);
      return { candidate, index, score: missed ? -1 : scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter((row) => row.score >= 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .filter((row) => left[row.candidate.group]-- > 0)
    .sort((a, b) => GROUPS.indexOf(a.candidate.group) - GROUPS.indexOf(b.candidate.group))
    .map((row) => row.candidate);
}
