// Every action, in the order of the shortcuts sheet. The one list behind toolbar, palette, keyboard and sheet.
import type { Action } from './action.ts';
import { about } from './about.ts';
import { add } from './add.ts';
import { arrange } from './arrange.ts';
import { back } from './back.ts';
import { check } from './check.ts';
import { cite } from './cite.ts';
import { clearFilters } from './clear-filters.ts';
import { clear } from './clear.ts';
import { copyQuote } from './copy-quote.ts';
import { deleteAction } from './delete.ts';
import { describe } from './describe.ts';
import { doubt } from './doubt.ts';
import { edit } from './edit.ts';
import { exchange } from './exchange.ts';
import { expand } from './expand.ts';
import { exportAction } from './export.ts';
import { find } from './find.ts';
import { fit } from './fit.ts';
import { focus } from './focus.ts';
import { forward } from './forward.ts';
import { gallery } from './gallery.ts';
import { goArticle } from './go-article.ts';
import { goFilters } from './go-filters.ts';
import { goGraph } from './go-graph.ts';
import { goInspector } from './go-inspector.ts';
import { goMap } from './go-map.ts';
import { goTable } from './go-table.ts';
import { goTimeline } from './go-timeline.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { language } from './language.ts';
import { layoutCircular } from './layout-circular.ts';
import { layoutKind } from './layout-kind.ts';
import { layoutLayered } from './layout-layered.ts';
import { layoutRadial } from './layout-radial.ts';
import { layoutStress } from './layout-stress.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { menu } from './menu.ts';
import { merge } from './merge.ts';
import { never } from './never.ts';
import { nextEdge } from './next-edge.ts';
import { nextMention } from './next-mention.ts';
import { note } from './note.ts';
import { open } from './open.ts';
import { halos } from './halos.ts';
import { overview } from './overview.ts';
import { paste } from './paste.ts';
import { plainLines } from './plain-lines.ts';
import { previousEdge } from './previous-edge.ts';
import { previousMention } from './previous-mention.ts';
import { readQuote } from './read-quote.ts';
import { redo } from './redo.ts';
import { rename } from './rename.ts';
import { reset } from './reset.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { selectAll } from './select-all.ts';
import { selectKind } from './select-kind.ts';
import { selectNeighbours } from './select-neighbours.ts';
import { shortcuts } from './shortcuts.ts';
import { shrink } from './shrink.ts';
import { split } from './split.ts';
import { theme } from './theme.ts';
import { together } from './together.ts';
import { toggleArticle } from './toggle-article.ts';
import { toggleInspector } from './toggle-inspector.ts';
import { undo } from './undo.ts';
import { unfocus } from './unfocus.ts';
import { unpin } from './unpin.ts';
import { unsure } from './unsure.ts';
import { wayBack } from './way-back.ts';
import { way } from './way.ts';
import { zoomIn } from './zoom-in.ts';
import { zoomOut } from './zoom-out.ts';

export const ACTIONS: readonly Action[] = [
  open,
  paste,
  gallery,
  describe,
  nextMention,
  previousMention,
  readQuote,
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
  goFilters,
  goTable,
  goMap,
  goTimeline,
  menu,
  way,
  wayBack,
  selectAll,
  selectNeighbours,
  selectKind,
  undo,
  redo,
  history,
  rename,
  edit,
  exchange,
  add,
  cite,
  merge,
  split,
  note,
  check,
  doubt,
  never,
  rules,
  deleteAction,
  unpin,
  arrange,
  layoutStress,
  layoutLayered,
  layoutRadial,
  layoutCircular,
  layoutKind,
  layoutTimeline,
  exportAction,
  fit,
  reset,
  zoomIn,
  zoomOut,
  overview,
  halos,
  focus,
  expand,
  shrink,
  unfocus,
  plainLines,
  together,
  unsure,
  clearFilters,
  toggleArticle,
  toggleInspector,
  theme,
  language,
  help,
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
