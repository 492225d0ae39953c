// Plays the days: the reading grows a day at a time, and Back goes to where it was before.
import type { Session } from '../../state/session.svelte.ts';

/** Milliseconds a day stays. */
const PACE = 900;

export class Player {
  on = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #session: () => Session;
  readonly #days: () => string[];

  constructor(session: () => Session, days: () => string[]) {
    [this.#session, this.#days] = [session, days];
  }

  start(): void {
    const session = this.#session();
    const { filter } = session.trail.here;
    const days = this.#days().filter((day) => (filter.from === null || day >= filter.from) && (filter.until === null || day <= filter.until));
    const [first, ...rest] = days;
    if (first === undefined) return;
    this.on = true;
    // One view for all of it, so that Back does not go through every day.
    session.filter({ ...filter, until: first });
    this.#next(rest, filter.until);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.on = false;
  }

  #next(days: string[], end: string | null): void {
    this.#timer = setTimeout(() => {
      const session = this.#session();
      const { trail } = session;
      const [day, ...rest] = days;
      session.trail = { ...trail, here: { ...trail.here, filter: { ...trail.here.filter, until: day ?? end } } };
      if (day === undefined) this.on = false;
      else this.#next(rest, end);
    }, PACE);
  }
}
