// What the reader asks of a picture, kept between runs: the form of the export dialog as data. It draws nothing.
import type { Picture, PictureFormat, PictureTheme, Scope, Shape, Words } from '../bindings/wire.ts';
import { recall, remember } from './settings.ts';

/** By what the size of a PNG is given. */
export type By = 'scale' | 'width' | 'paper';

/** Most pixels on a side of a PNG. */
export const MOST = 12_000;

/** What the filters leave: ids that are hidden, and whether lines beside who did it to whom are drawn. */
interface Left {
  hidden: readonly string[];
  minor: boolean;
}

/** What is remembered; title and source belong to an article and are not. */
interface Kept {
  format: PictureFormat;
  theme: PictureTheme;
  shape: Shape;
  by: By;
  scale: '1' | '2' | '3' | '4';
  width: string;
  centimetres: string;
  dpi: string;
  words: Words;
  transparent: boolean;
  legend: boolean;
  halos: boolean;
  notes: boolean;
  dated: boolean;
}

const FIRST: Kept = {
  format: 'png', theme: 'light', shape: 'free', by: 'scale', scale: '2', width: '1920', centimetres: '16', dpi: '144',
  words: 'outlines', transparent: false, legend: true, halos: false, notes: false, dated: false,
};

/** Choices of one of a few, with all that they may be: what was remembered may be of another version. */
const ONE_OF: { [K in keyof Kept]?: readonly Kept[K][] } = {
  format: ['png', 'svg', 'pdf'],
  theme: ['light', 'dark', 'print'],
  shape: ['free', 'story', 'landscape', 'portrait', 'square', 'poster'],
  by: ['scale', 'width', 'paper'],
  scale: ['1', '2', '3', '4'],
  words: ['outlines', 'text'],
};

/** The size that a shape brings with it; the reader can change it afterwards. */
const SIZES: Record<Shape, Partial<Pick<Kept, 'by' | 'scale' | 'width' | 'centimetres' | 'dpi'>>> = {
  free: { by: 'scale', scale: '2', dpi: '144' },
  story: { by: 'width', width: '1920', dpi: '144' },
  landscape: { by: 'paper', centimetres: '29.7', dpi: '300' },
  portrait: { by: 'paper', centimetres: '21', dpi: '300' },
  square: { by: 'width', width: '2000', dpi: '144' },
  poster: { by: 'paper', centimetres: '84.1', dpi: '300' },
};

const whole = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
const decimal = (text: string): number => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN);

/** What was remembered under a name, as far as it is still a choice. */
export function recalled(text: string | null, theme: PictureTheme): Kept {
  const kept: Kept = { ...FIRST, theme };
  let found: unknown = null;
  try {
    found = JSON.parse(text ?? 'null');
  } catch {
    return kept;
  }
  if (typeof found !== 'object' || found === null) return kept;
  const old = found as Record<string, unknown>;
  for (const key of Object.keys(FIRST) as (keyof Kept)[]) {
    const value = old[key];
    const allowed: readonly unknown[] | undefined = ONE_OF[key];
    if (typeof value !== typeof FIRST[key] || (allowed && !allowed.includes(value))) continue;
    Object.assign(kept, { [key]: value });
  }
  return kept;
}

/** The form, and the picture that it asks for. */
export class PictureChoice {
  kept = $state<Kept>({ ...FIRST });
  scope = $state<Scope>('view');
  title = $state('');
  date = $state('');
  credit = $state('');
  readonly #shown: () => Left;
  readonly #selected: () => readonly string[];

  constructor(theme: PictureTheme, shown: () => Left, selected: () => readonly string[]) {
    this.kept = recalled(recall('picture'), theme);
    this.#shown = shown;
    this.#selected = selected;
  }

  /** Which fields ask for something that cannot be. */
  bad = $derived.by(() => {
    const { format, by, width, centimetres, dpi } = this.kept;
    const png = format === 'png';
    const dots = whole(dpi);
    const paper = decimal(centimetres);
    const page = png ? Math.round((paper / 2.54) * dots) <= MOST : paper <= 424;
    return {
      width: png && by === 'width' && !(whole(width) >= 100 && whole(width) <= MOST),
      paper: (png ? by === 'paper' : format === 'pdf' && by === 'paper') && !(paper >= 1 && (page || Number.isNaN(dots))),
      dpi: png && !(dots >= 72 && dots <= 600),
    };
  });

  ready = $derived(!this.bad.width && !this.bad.paper && !this.bad.dpi);

  /** The question to the core. `read` is the day of reading. */
  picture(read: string | null): Picture {
    const { format, theme, shape, by, scale, width, centimetres, dpi, words, transparent, legend, halos, notes, dated } = this.kept;
    const png = format === 'png';
    return {
      format, theme, shape, words, transparent, legend, halos, notes, read,
      scope: this.scope,
      hidden: [...this.#shown().hidden],
      minor: this.#shown().minor,
      selected: [...this.#selected()],
      scale: Number(scale),
      width: png && by === 'width' ? whole(width) : null,
      centimetres: format !== 'svg' && by === 'paper' ? decimal(centimetres) : null,
      dpi: Number.isNaN(whole(dpi)) ? 144 : whole(dpi),
      title: this.title.trim() || null,
      date: (dated && this.date.trim()) || null,
      credit: this.credit.trim() || null,
    };
  }

  reshape(shape: Shape): void {
    Object.assign(this.kept, SIZES[shape], { shape });
  }

  remember(): void {
    remember('picture', JSON.stringify(this.kept));
  }
}
