// Which view of the reading stands in the middle of the window, and whether the days stand under it.
import { recall, remember } from './settings.ts';

/** The views of the middle pane. */
export const VIEWS = ['graph', 'table', 'map'] as const;
export type StageView = (typeof VIEWS)[number];

/** A pane that can be asked to take the keyboard. */
export type Called = 'table' | 'map' | 'timeline';

/** Height of a window, in pixels, under which graph and timeline have no room beside each other. */
const LOW = 500;

export class Stage {
  view = $state<StageView>('graph');
  /** Whether the timeline is folded to its heading: as the reader left it, else where the window is too low for both. */
  folded = $state(recall('folded.timeline') === 'yes' || (recall('folded.timeline') === null && globalThis.innerHeight < LOW));
  /** Whether the timeline stands though no event of the article has a date; else it is one line then. */
  bare = $state(false);
  /** The pane that is to take the keyboard once it stands. */
  called = $state<Called | null>(null);

  /** Shows a view; with `call` the keyboard goes there. */
  show(view: StageView, call = false): void {
    this.view = view;
    if (call && view !== 'graph') this.called = view;
  }

  fold(folded: boolean): void {
    this.folded = folded;
    remember('folded.timeline', folded ? 'yes' : 'no');
  }
}
