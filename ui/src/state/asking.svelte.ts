// What the reader asks of the graph itself: what is near, how two are tied, who stands together, what is folded away.
// It keeps the questions; the answers come from `ties.ts` and hold for what is visible.
import type { Reading } from './reading.ts';
import { SURE, statuses, type Visible } from './filter.ts';
import { nameOf, wayLine } from './sentences.ts';
import { thing } from './reading.ts';
import { shared, ties, together, ways, type Shared, type Step, type Ties, type Together } from './ties.ts';
import { chosenIn, visit, type Trail } from './trail.ts';
import type { Words } from './words.ts';

/** What asking needs of the window. */
interface Host {
  readonly reading: Reading | null;
  readonly shown: Visible | null;
  readonly t: Words;
  readonly hover: string | null;
  trail: Trail;
  said: string;
}

/** Where a menu of commands stands, in pixels of the window. */
export interface Place {
  x: number;
  y: number;
}

/** In so many sentences two stand together often. */
export const OFTEN = 2;

const NOBODY: Ties = new Map();

export class Asking {
  readonly #host: Host;
  /** The menu of commands under the pointer. */
  menu = $state.raw<Place | null>(null);
  /** Whether events that simply happened are drawn as the line they make. */
  plainLines = $state(false);
  /** Whether those who stand in one sentence and are not tied are joined by a line of their own. */
  together = $state(false);
  /** Whether the small overview stands in its corner. */
  overview = $state(true);
  /** Whether the nodes of one country stand on a ground with its name. */
  halos = $state(false);
  /** Which of the shortest ways between two selected is on view; none until it is asked for. */
  way = $state<number | null>(null);

  /** Who is tied to whom in what is visible. */
  ties = $derived.by((): Ties => (this.#host.reading && this.#host.shown ? ties(this.#host.reading, this.#host.shown) : NOBODY));

  /** The two entities that are selected, where it is two. */
  pair = $derived.by((): [string, string] | null => {
    const [first, second, third] = chosenIn(this.#host.trail.here);
    const { reading } = this.#host;
    if (!reading || first === undefined || second === undefined || third !== undefined) return null;
    return reading.entities.has(first) && reading.entities.has(second) ? [first, second] : null;
  });

  /** The shortest ways between them. */
  ways = $derived.by((): Step[][] => (this.#host.reading && this.pair ? ways(this.#host.reading, this.ties, ...this.pair) : []));

  /** Those both of them are tied to. */
  shared = $derived.by((): Shared[] => (this.#host.reading && this.pair ? shared(this.#host.reading, this.ties, ...this.pair) : []));

  /** Everybody who stands in one sentence with another. */
  #pairs = $derived.by((): Together[] => (this.#host.reading && this.#host.shown ? together(this.#host.reading, this.#host.shown) : []));

  /** Sentences in which both of the selected two stand. */
  common = $derived.by((): number[] => {
    const { pair } = this;
    if (!pair) return [];
    return this.#pairs.find(({ first, second }) => pair.includes(first) && pair.includes(second))?.sentences ?? [];
  });

  /**
   * Those who stand together and are tied by no claim that is visible; none while they are not asked for. Of what is
   * selected all are told; of the whole article, where nearly everybody stands beside somebody once, the frequent ones.
   */
  companions = $derived.by((): Together[] => {
    if (!this.together) return [];
    const chosen = new Set(chosenIn(this.#host.trail.here));
    const meant = ({ first, second, sentences }: Together): boolean => (chosen.size > 0 ? chosen.has(first) || chosen.has(second) : sentences.length >= OFTEN);
    return this.#pairs.filter((pair) => meant(pair) && !this.ties.get(pair.first)?.has(pair.second));
  });

  /**
   * Events that are drawn as nothing but their line: those that simply happened and join somebody to somebody. What has
   * a status, an author or a doubt keeps its mark, for a picture never drops those.
   */
  plain = $derived.by((): ReadonlySet<string> => {
    const { reading, shown } = this.#host;
    const folded = new Set<string>();
    if (!reading || !shown || !this.plainLines) return folded;
    for (const event of reading.snapshot.events) {
      const ends = (role: string): boolean => event.roles.some((filler) => filler.role === role && shown.nodes.has(filler.entity));
      const plain = event.confidence >= SURE && statuses(event).every((status) => status === 'actual');
      if (plain && ends('source') && ends('target')) folded.add(event.id);
    }
    return folded;
  });

  constructor(host: Host) {
    this.#host = host;
  }

  /** Leaves standing only what is within one step of what is selected; asked again, one step more. */
  grow(): void {
    const { trail } = this.#host;
    const ids = chosenIn(trail.here);
    const { focus } = trail.here;
    if (ids.length === 0) return;
    const same = focus !== null && focus.ids.length === ids.length && focus.ids.every((id) => ids.includes(id));
    this.#focus(same ? { ids: focus.ids, hops: focus.hops + 1 } : { ids, hops: 1 });
  }

  /** One step more, or less, around what is in focus; less than one step shows everything again. */
  hop(by: 1 | -1): void {
    const { focus } = this.#host.trail.here;
    if (!focus) {
      if (by === 1) this.grow();
      return;
    }
    this.#focus(focus.hops + by < 1 ? null : { ids: focus.ids, hops: focus.hops + by });
  }

  /** Shows everything again. */
  unfocus(): void {
    this.#focus(null);
  }

  /** Shows the next of the shortest ways between the two that are selected, from the last again the first. */
  goWay(by: 1 | -1 = 1): void {
    const { ways } = this;
    const { reading, t } = this.#host;
    if (!reading) return;
    this.way = ways.length === 0 ? null : this.way === null ? 0 : (this.way + by + ways.length) % ways.length;
    const way = this.way === null ? undefined : ways[this.way];
    this.#host.said = way ? t('say.way', { n: (this.way ?? 0) + 1, all: ways.length, line: wayLine(reading, way, t) }) : t('way.none');
  }

  /** Draws events as lines, or as marks again. */
  foldEvents(): void {
    this.plainLines = !this.plainLines;
    this.#host.said = this.#host.t(this.plainLines ? 'say.plain' : 'say.marked', { n: this.plain.size });
  }

  /** Joins those who stand in one sentence, or no longer. */
  joinCompanions(): void {
    this.together = !this.together;
    this.#host.said = this.together ? this.#host.t.count('say.together', this.companions.length) : this.#host.t('say.apart');
  }

  /** Shows the grounds of countries, or no longer. */
  turnHalos(): void {
    this.halos = !this.halos;
    const countries = new Set(this.#host.reading?.snapshot.scene.halos.map((halo) => halo.country));
    this.#host.said = this.halos ? this.#host.t.count('say.halos', countries.size) : this.#host.t('say.noHalos');
  }

  /** The names of what is in focus. */
  focused = $derived.by((): string => {
    const { reading, t } = this.#host;
    const ids = this.#host.trail.here.focus?.ids ?? [];
    const first = reading ? thing(reading, ids[0] ?? null) : null;
    if (!reading || !first) return '';
    const name = nameOf(reading, first, t);
    return ids.length > 1 ? t('focus.more', { name, n: ids.length - 1 }) : name;
  });

  #focus(focus: { ids: readonly string[]; hops: number } | null): void {
    const host = this.#host;
    host.trail = visit(host.trail, { ...host.trail.here, focus });
    const n = host.reading?.snapshot.entities.filter((entity) => host.shown?.nodes.has(entity.id)).length ?? 0;
    host.said = focus ? host.t('say.focused', { hops: focus.hops, n }) : host.t('say.unfocused');
  }
}
