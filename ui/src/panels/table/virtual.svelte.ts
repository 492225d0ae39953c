// The rows of a long list that are worth drawing. The measuring is TanStack's; here it is made to speak Svelte.
import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from '@tanstack/virtual-core';

/** Height of a row in pixels. */
export const ROW = 28;

/** Rows to draw for a scrolled box. `keep` is a row that stays drawn wherever it is, because it has the keyboard. */
export class Rows {
  items = $state.raw<VirtualItem[]>([]);
  height = $state(0);
  readonly #count: () => number;
  readonly #keep: () => number;
  readonly #box: () => HTMLElement | null;
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>;

  constructor(count: () => number, keep: () => number, box: () => HTMLElement | null) {
    [this.#count, this.#keep, this.#box] = [count, keep, box];
    this.#virtual = new Virtualizer(this.#options());
  }

  /** Begins to listen to the box; answers with what ends it. */
  mount(): () => void {
    const end = this.#virtual._didMount();
    this.update();
    return end;
  }

  /** Looks again at what is to be drawn. */
  update(): void {
    this.#virtual.setOptions(this.#options());
    this.#virtual._willUpdate();
    this.items = this.#virtual.getVirtualItems();
    this.height = this.#virtual.getTotalSize();
  }

  show(index: number): void {
    this.#virtual.scrollToIndex(index, { align: 'auto' });
  }

  #options(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count: this.#count(),
      getScrollElement: this.#box,
      estimateSize: () => ROW,
      overscan: 8,
      scrollPaddingStart: ROW,
      paddingEnd: 12,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: (range) => {
        const keep = this.#keep();
        const near = defaultRangeExtractor(range);
        return keep < 0 || keep >= range.count || near.includes(keep) ? near : [...near, keep].sort((a, b) => a - b);
      },
      onChange: (virtual) => {
        this.items = virtual.getVirtualItems();
        this.height = virtual.getTotalSize();
      },
    };
  }
}
