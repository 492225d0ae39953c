// The window's state: one snapshot, one selection that drives every pane, one trail of views. It asks the backend and
// keeps what it answers; it never draws and never decides what a text says.
import { asFault, type Backend, type Canvas, type Preview } from '../backend/port.ts';
import type { Command, Country, Picture, Range, Snapshot } from '../bindings/wire.ts';
import { around, links, spanned, type Lit } from '../graph/links.ts';
import { Asking } from './asking.svelte.ts';
import type { Trouble } from './faults.ts';
import { visible, type Filter } from './filter.ts';
import { Finder } from './finder.svelte.ts';
import { ends, read, thing, within, type Reading } from './reading.ts';
import { citation, done, nameOf } from './sentences.ts';
import { recall, remember } from './settings.ts';
import { back, chosenIn, extend, forward, prune, select, START, visit, type Trail, type View } from './trail.ts';
import { Stage } from './stage.svelte.ts';
import { firstLanguage, words, type Language } from './words.ts';

/** Dialogs; one at a time. */
export type Dialog = 'edit' | 'add' | 'merge' | 'note' | 'cite' | 'rules' | 'gallery' | 'paste' | 'export' | 'describe' | 'rename' | 'help' | 'shortcuts' | 'about' | 'search';

/** What the figure on screen can be asked; absent while there is none. */
export interface Figure {
  fit(): void;
  reset(): void;
  zoom(factor: number): void;
  reveal(id: string): void;
  focus(id: string | null): void;
  /** The node that has the keyboard or had it last. */
  here(): string | null;
  /** Opens the menu of commands beside what is selected. */
  menu(): void;
}

/** A place in the text to go to. A new object each time, so that going there twice is seen. */
export interface Spot {
  range: Range;
  flash: boolean;
}

/** What is being waited for. `showing` is the window's own doing and nothing to tell the reader about. */
type Busy = 'reading' | 'exporting' | 'working' | 'showing';

export class Session {
  readonly #backend: Backend;
  #queue: Promise<unknown> = Promise.resolve();
  #previews = 0;
  #canvas: Canvas = [704, 524];

  language = $state<Language>('id');
  theme = $state<'light' | 'dark'>('light');
  reading = $state.raw<Reading | null>(null);
  trail = $state.raw<Trail>(START);
  dialog = $state<Dialog | null>(null);
  busy = $state<Busy | null>(null);
  /** Whether that has taken so long that the reader is told, and may stop it. */
  slow = $state(false);
  trouble = $state.raw<Trouble | null>(null);
  /** A sentence in place of the error bar when something went well and should be said, for example where a file is. */
  notice = $state('');
  /** What the live region says. */
  said = $state('');
  /** Node or claim under the pointer or the keyboard's focus. */
  hover = $state<string | null>(null);
  /** The same, where a quote is to be shown beside it: in the figure, not in the text itself. */
  preview = $state<string | null>(null);
  /** Which mention of the selected entity, or which quote of the selected claim, is the current one. */
  current = $state(0);
  spot = $state.raw<Spot | null>(null);
  /** Whether the list of changes stands over the window. */
  history = $state(false);
  folded = $state({ article: false, inspector: false });
  hints = $state<number[]>([]);
  figure: Figure | null = null;
  readonly finder = new Finder(this);
  readonly asking = new Asking(this);
  readonly stage = new Stage();

  t = $derived(words(this.language));
  links = $derived(this.reading ? links(this.reading.snapshot.scene) : null);
  /** Filter and focus of the view: the very same objects while only the selection changes, so that what hangs on them stands. */
  filtering = $derived(this.trail.here.filter);
  focusing = $derived(this.trail.here.focus);
  shown = $derived(this.reading ? visible(this.reading, this.filtering, this.focusing) : null);
  selected = $derived(this.reading ? thing(this.reading, this.trail.here.selected) : null);

  /** Everything that is selected, in the order of selecting. */
  chosen = $derived(chosenIn(this.trail.here));
  /** What stays bright; none when everything does. */
  lit = $derived.by((): Lit | null => {
    const { links, hover, chosen, shown } = this;
    const single = hover ?? (chosen.length === 1 ? chosen[0] : undefined);
    if (!links || !shown) return null;
    if (single !== undefined) {
      if (!links.nodes.has(single) && !links.claims.has(single)) return null;
      const near = around(links, single);
      const companions = this.asking.companions.flatMap(({ first, second }) => (first === single ? [second] : second === single ? [first] : []));
      return companions.length > 0 ? { ...near, nodes: new Set([...near.nodes, ...companions]) } : near;
    }
    if (chosen.length === 0) return null;
    const way = this.asking.way === null ? undefined : this.asking.ways[this.asking.way];
    if (!way) return spanned(links, chosen, shown.claims);
    return spanned(links, way.flatMap((step) => [step.from, step.to]), new Set(way.flatMap((step) => step.claims)));
  });

  /** The event whose quote is the current one, while an entity is selected: it gets a thin ring. */
  quotedEvent = $derived.by(() => {
    const { reading, selected } = this;
    if (!reading || selected?.what !== 'entity') return null;
    const sentence = selected.entity.mentions[this.current]?.sentence;
    const part = (reading.parts.get(selected.entity.id) ?? []).find(({ event }) =>
      event.ground.cites.some((cite) => cite.sentence === sentence),
    );
    return part?.event.id ?? null;
  });

  constructor(backend: Backend) {
    this.#backend = backend;
    this.language = firstLanguage(recall('language'), navigator.languages);
    this.hints = [1, 2, 3].filter((hint) => !(recall('hints') ?? '').split(',').includes(String(hint)));
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const chosen = recall('theme');
    this.theme = chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', () => {
      if (recall('theme') === null) this.theme = dark.matches ? 'dark' : 'light';
    });
  }

  // ---- the core ----------------------------------------------------------------------------------------------------

  /** Shows what the app starts with; `canvas` is the graph pane as it stands on the screen. */
  async start(canvas: Canvas): Promise<void> {
    this.#canvas = canvas;
    await this.#backend.listen(
      (snapshot) => {
        this.notice = '';
        this.#take(snapshot);
      },
      (fault) => (this.trouble = fault),
    );
    await this.#ask('reading', () => this.#backend.start(this.language, canvas));
  }

  /** Shows the sample again, with the edits that the reader has made in it. */
  openSample(): Promise<boolean> {
    return this.#ask('reading', () => this.#backend.start(this.language, this.#canvas));
  }

  /** Reads a text. Answers whether that went well. */
  openText(text: string, name: string | null = null): Promise<boolean> {
    return this.#ask('reading', () => this.#backend.openText(text, name));
  }

  openBytes(name: string, bytes: Uint8Array): Promise<boolean> {
    return this.#ask('reading', () => this.#backend.openBytes(name, bytes));
  }

  openFile(): Promise<boolean> {
    return this.#ask('reading', () => this.#backend.openFile());
  }

  choose(article: string): Promise<boolean> {
    return this.#ask('working', () => this.#backend.choose(article));
  }

  perform(command: Command): Promise<boolean> {
    return this.#ask('working', () => this.#backend.perform(command));
  }

  async undo(): Promise<void> {
    const entry = this.reading?.snapshot.history.undo;
    if (entry && (await this.#ask('working', () => this.#backend.undo()))) this.said = this.t('say.undone', { what: done(entry, this.t) });
  }

  async redo(): Promise<void> {
    const entry = this.reading?.snapshot.history.redo;
    if (entry && (await this.#ask('working', () => this.#backend.redo()))) this.said = this.t('say.redone', { what: done(entry, this.t) });
  }

  /** Ends the composing of a figure or the making of a picture that is under way. Not one question among others: those wait for it. */
  stop(): void {
    void this.#backend.stop();
  }

  /** Goes to a point of the history. */
  async jump(at: number): Promise<void> {
    if (at !== this.reading?.snapshot.history.at && (await this.#ask('working', () => this.#backend.jump(at)))) this.said = this.t('history.here', { n: at });
  }

  countries(): Promise<Country[]> {
    return this.#backend.countries(this.language);
  }

  /** Writes a picture; answers whether the reader went through with it. */
  async exportPicture(picture: Picture): Promise<boolean> {
    let saved = false;
    await this.#try('exporting', async () => {
      const written = await this.#backend.exportPicture(picture);
      if (written === null) return;
      saved = true;
      this.#tell(this.t('export.done', { path: written.path, size: this.t.size(written.bytes) }));
    });
    return saved;
  }

  /** The picture in small, or what stands in its way; null when a later one has been asked for. Never keeps others waiting. */
  async previewPicture(picture: Picture, widest: number): Promise<Preview | Trouble | null> {
    const ticket = (this.#previews += 1);
    try {
      const answer = await this.#backend.previewPicture(picture, widest, ticket);
      return ticket === this.#previews ? answer : null;
    } catch (reason) {
      return ticket === this.#previews ? (asFault(reason) ?? { code: 'lost' }) : null;
    }
  }

  /** Puts a picture on the clipboard, or hands it over to be printed; answers whether that went well. */
  async handPicture(how: 'copy' | 'print', picture: Picture): Promise<boolean> {
    let done = false;
    await this.#try('exporting', async () => {
      await this.#backend[how === 'copy' ? 'copyPicture' : 'printPicture'](picture);
      done = true;
      this.#tell(this.t(how === 'copy' ? 'export.copied' : 'export.printed'));
    });
    return done;
  }

  async copyQuote(range: Range): Promise<void> {
    if (this.reading) await this.copy(citation(this.reading.snapshot, range, this.t), this.t('inspect.copied'));
  }

  /** Copies a text, and says so in these words. */
  copy(text: string, done: string): Promise<void> {
    return this.#try('working', async () => {
      await this.#backend.copyText(text);
      this.#tell(done);
    });
  }

  /** For the eye and for the ear: what is said stands in a place of its own, which a screen reader knows beforehand. */
  #tell(words: string): void {
    this.notice = words;
    this.said = words;
  }

  about(): ReturnType<Backend['about']> {
    return this.#backend.about();
  }

  /** The pane or the language changed: new names and a new scene; placed nodes stay where they are. */
  show(change: { language?: Language; canvas?: Canvas }): void {
    if (change.language) {
      this.language = change.language;
      remember('language', change.language);
      this.notice = '';
    }
    if (change.canvas) this.#canvas = change.canvas;
    if (this.reading) void this.#ask('showing', () => this.#backend.show(this.language, this.#canvas));
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.theme = theme;
    remember('theme', theme);
  }

  // ---- selection and views -----------------------------------------------------------------------------------------

  /** Selects an entity, event or relation; null lets go. `mention` says which mention was meant. */
  select(id: string | null, mention = 0): void {
    this.#visit(select(this.trail.here, id === null ? [] : [id]), mention);
  }

  /** Selects all of these at once. */
  selectAll(ids: readonly string[]): void {
    this.#visit(select(this.trail.here, ids), 0);
  }

  /** Takes one more into the selection, or lets it go. */
  extend(id: string): void {
    this.#visit(extend(this.trail.here, id), 0);
  }

  filter(filter: Filter): void {
    this.trail = visit(this.trail, { ...this.trail.here, filter });
    this.said = this.t('filter.count', { n: this.shown?.events ?? 0, all: this.shown?.allEvents ?? 0 });
  }

  back(): void {
    this.trail = back(this.trail);
    this.#arrive(0);
  }

  forward(): void {
    this.trail = forward(this.trail);
    this.#arrive(0);
  }

  /** Goes to the next or previous mention of the selected entity, or quote of the selected claim. */
  turn(way: 1 | -1): void {
    const places = this.places();
    if (places.length === 0) return;
    this.current = (this.current + way + places.length) % places.length;
    this.#goTo(places[this.current], true);
  }

  /** Shows a stretch of the text and lets it flash. */
  goTo(range: Range): void {
    const at = this.places().findIndex((place) => within(place, range));
    if (at >= 0) this.current = at;
    this.#goTo(range, true);
  }

  /** Mentions of what is selected, or the quotes that prove it, in text order. */
  places(): Range[] {
    const { selected } = this;
    if (!selected) return [];
    if (selected.what === 'entity') return selected.entity.mentions.map((mention) => mention.range);
    const claim = selected.what === 'event' ? selected.event : selected.relation;
    return claim.ground.cites.map((cite) => cite.range);
  }

  dismissHint(hint: number): void {
    this.hints = this.hints.filter((other) => other !== hint);
    remember('hints', [1, 2, 3].filter((other) => !this.hints.includes(other)).join(','));
  }

  #visit(view: View, mention: number): void {
    if (!this.reading) return;
    this.trail = visit(this.trail, view);
    this.#arrive(mention);
  }

  #arrive(mention: number): void {
    const { selected, reading } = this;
    this.current = mention;
    this.notice = '';
    this.asking.way = null;
    this.asking.menu = null;
    this.hover = null;
    this.preview = null;
    if (!selected || !reading) {
      this.spot = null;
      this.said = this.t('say.cleared');
      return;
    }
    const name = nameOf(reading, selected, this.t);
    this.said = this.chosen.length > 1 ? this.t('say.selectedMany', { name, n: this.chosen.length }) : this.t('say.selected', { name });
    this.#goTo(this.places()[mention], true);
    // Several that were caught at once are in sight already, or too many to be.
    if (this.chosen.length <= 2) this.figure?.reveal(selected.what === 'relation' ? (ends(selected)[0] ?? '') : selected.what === 'event' ? selected.event.id : selected.entity.id);
  }

  #goTo(range: Range | undefined, flash: boolean): void {
    if (range) this.spot = { range, flash };
  }

  /** Shows a stretch that is marked by other means than a flash. */
  point(range: Range): void {
    this.#goTo(range, false);
  }

  /** Whether something the reader asked for is under way; what the window does by itself keeps nobody waiting. */
  get waiting(): boolean {
    return this.busy !== null && this.busy !== 'showing';
  }

  // ---- asking ------------------------------------------------------------------------------------------------------

  async #ask(busy: Busy, question: () => Promise<Snapshot | null>): Promise<boolean> {
    let answered = false;
    await this.#try(busy, async () => {
      const snapshot = await question();
      if (snapshot === null) return;
      answered = true;
      // A pane that found its size says nothing about what the reader was just told.
      if (busy !== 'showing') this.notice = '';
      this.#take(snapshot);
    });
    return answered;
  }

  /** One question at a time, in the order asked; a failure leaves everything as it was and says why. */
  #try(busy: Busy, work: () => Promise<void>): Promise<void> {
    const run = async (): Promise<void> => {
      this.busy = busy;
      const old = this.trouble;
      try {
        await work();
        // What came up meanwhile, from outside, has not been read yet.
        if (this.trouble === old && busy !== 'showing') this.trouble = null;
      } catch (reason) {
        this.trouble = asFault(reason) ?? { code: 'lost' };
        this.notice = '';
      } finally {
        this.busy = null;
      }
    };
    const turn = this.#queue.then(run);
    this.#queue = turn;
    return turn;
  }

  #take(snapshot: Snapshot): void {
    const before = this.reading?.snapshot.article.id;
    const worry = JSON.stringify(this.reading?.snapshot.history.trouble ?? null);
    this.reading = read(snapshot);
    // Edits that are not safe are told once, when that comes up.
    const { trouble } = snapshot.history;
    if (trouble !== null && JSON.stringify(trouble) !== worry) this.trouble = trouble;
    if (before === snapshot.article.id) {
      const { reading } = this;
      this.trail = prune(this.trail, (id) => thing(reading, id) !== null);
      return;
    }
    this.trail = START;
    this.spot = null;
    this.asking.way = null;
    this.hover = null;
    if (before !== undefined)
      this.said = this.t('say.opened', {
        name: snapshot.article.name,
        entities: snapshot.entities.length,
        events: snapshot.events.length,
      });
  }
}
