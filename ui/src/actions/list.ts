// Every action, in the order of the shortcuts sheet. The one list behind toolbar, palette, keyboard and sheet.
import type { Action } from './action.ts';
import { about } from './about.ts';
import { arrange } from './arrange.ts';
import { back } from './back.ts';
import { clear } from './clear.ts';
import { clearFilters } from './clear-filters.ts';
import { copyQuote } from './copy-quote.ts';
import { deleteAction } from './delete.ts';
import { describe } from './describe.ts';
import { exportAction } from './export.ts';
import { find } from './find.ts';
import { fit } from './fit.ts';
import { forward } from './forward.ts';
import { goArticle } from './go-article.ts';
import { goGraph } from './go-graph.ts';
import { goInspector } from './go-inspector.ts';
import { language } from './language.ts';
import { nextEdge } from './next-edge.ts';
import { nextMention } from './next-mention.ts';
import { open } from './open.ts';
import { paste } from './paste.ts';
import { previousEdge } from './previous-edge.ts';
import { previousMention } from './previous-mention.ts';
import { redo } from './redo.ts';
import { rename } from './rename.ts';
import { reset } from './reset.ts';
import { search } from './search.ts';
import { selectAll } from './select-all.ts';
import { selectKind } from './select-kind.ts';
import { selectNeighbours } from './select-neighbours.ts';
import { shortcuts } from './shortcuts.ts';
import { theme } from './theme.ts';
import { toggleArticle } from './toggle-article.ts';
import { toggleInspector } from './toggle-inspector.ts';
import { undo } from './undo.ts';
import { unpin } from './unpin.ts';
import { unsure } from './unsure.ts';
import { zoomIn } from './zoom-in.ts';
import { zoomOut } from './zoom-out.ts';

export const ACTIONS: readonly Action[] = [
  open,
  paste,
  describe,
  nextMention,
  previousMention,
  copyQuote,
  find,
  search,
  back,
  forward,
  clear,
  nextEdge,
  previousEdge,
  goArticle,
  goGraph,
  goInspector,
  selectAll,
  selectNeighbours,
  selectKind,
  undo,
  redo,
  rename,
  deleteAction,
  unpin,
  arrange,
  exportAction,
  fit,
  reset,
  zoomIn,
  zoomOut,
  unsure,
  clearFilters,
  toggleArticle,
  toggleInspector,
  theme,
  language,
  shortcuts,
  about,
];

const BY_ID = new Map(ACTIONS.map((action) => [action.id, action]));

/** The action of that id. */
export function action(id: string): Action {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}
