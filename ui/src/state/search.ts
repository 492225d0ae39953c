// What the palette finds. Pure: candidates in, ranked rows out.

/** Something that can be found. */
export interface Candidate {
  id: string;
  group: 'node' | 'event' | 'action';
  /** What the row says. */
  text: string;
  /** Other words it answers to. */
  also: readonly string[];
}

/** Letters without case and marks, so that "zelensky" finds "Zelenskyy" and "jokowi" finds "Jokowi". */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}

/** How well a text answers: 0 not at all, 3 from its first letter. */
export function fit(text: string, query: string): number {
  const at = plain(text).indexOf(query);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return /[\s("“'‘\-/]/.test(plain(text)[at - 1] ?? '') ? 2 : 1;
}

/** The best answers, at most `limit` of each group; an empty query answers with the first of each. */
export function find(candidates: readonly Candidate[], query: string, limit: number): Candidate[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  const left = { node: limit, event: limit, action: limit };
  return candidates
    .map((candidate, index) => {
      const scores = words.map((word) =>
        Math.max(fit(candidate.text, word) + 0.5, ...candidate.also.map((text) => fit(text, word))),
      );
      const missed = words.some((_, i) => (scores[i] ?? 0) < 1);
      return { candidate, index, score: missed ? -1 : scores.reduce((sum, score) => sum + score, 0) };
    })
    .filter((row) => row.score >= 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .filter((row) => left[row.candidate.group]-- > 0)
    .sort((a, b) => ORDER.indexOf(a.candidate.group) - ORDER.indexOf(b.candidate.group))
    .map((row) => row.candidate);
}

const ORDER: Candidate['group'][] = ['node', 'event', 'action'];
