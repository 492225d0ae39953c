// The words of the article that the reader has selected with pointer or keyboard, as a stretch of its text.
import type { Range } from '../bindings/wire.ts';

/** The place in the text of one end of a selection; the pieces of the article carry where they start. */
function place(node: Node | null, offset: number): number | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const piece = element?.closest<HTMLElement>('[data-pane="article"] [data-at]');
  return piece ? Number(piece.dataset['at']) + (node instanceof Element ? 0 : offset) : null;
}

/** What is selected in the article, without the blanks around it; none where nothing is. */
export function picked(text: string): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const ends = [place(selection.anchorNode, selection.anchorOffset), place(selection.focusNode, selection.focusOffset)];
  const [a, b] = ends;
  if (a == null || b == null) return null;
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = from + words.trim().length;
  return to > from ? { start: from, end: to } : null;
}
