// Finding words in the article: the query, where it stands, which place is the current one.
import type { Range } from '../bindings/wire.ts';
import { matches } from './matches.ts';
import type { Reading } from './reading.ts';

/** What finding needs of the window. */
interface Host {
  readonly reading: Reading | null;
  point(range: Range): void;
}

export class Finder {
  readonly #host: Host;
  open = $state(false);
  query = $state('');
  at = $state(0);
  /** Grows each time the reader asks for the field. */
  asked = $state(0);

  found = $derived.by((): Range[] => (this.open && this.#host.reading ? matches(this.#host.reading.snapshot.article.text, this.query) : []));

  constructor(host: Host) {
    this.#host = host;
  }

  /** Looks for something else, from the beginning. */
  ask(query: string): void {
    this.query = query;
    this.at = 0;
    this.#point();
  }

  /** Goes on to the next place or back to the one before, around the ends. */
  turn(way: 1 | -1): void {
    const all = this.found.length;
    if (all === 0) return;
    this.at = (this.at + way + all) % all;
    this.#point();
  }

  show(): void {
    this.open = true;
    this.asked += 1;
  }

  close(): void {
    this.open = false;
  }

  #point(): void {
    const place = this.found[this.at];
    if (place) this.#host.point(place);
  }
}
