// What the window asks of the core, whoever answers. Never knows how the question travels.
import type { About, Command, Country, Fault, Picture, Snapshot, Written } from '../bindings/wire.ts';

/** Width and height of the graph pane in CSS pixels. */
export type Canvas = [number, number];

/** A picture before it is written: the sides of the file's picture in pixels, and an SVG or a PNG of its sheet. */
export interface Preview {
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** The core's use cases. Every promise rejects with a `Fault`. */
export interface Backend {
  /** The sample; asked again, the same as it stands. */
  start(language: string, canvas: Canvas): Promise<Snapshot>;
  openText(text: string, name: string | null): Promise<Snapshot>;
  openBytes(name: string, bytes: Uint8Array): Promise<Snapshot>;
  /** By a file dialog; null when the reader cancels. */
  openFile(): Promise<Snapshot | null>;
  choose(article: string): Promise<Snapshot>;
  perform(command: Command): Promise<Snapshot>;
  undo(): Promise<Snapshot>;
  redo(): Promise<Snapshot>;
  /** To the point of the history at which so many changes are done. */
  jump(at: number): Promise<Snapshot>;
  show(language: string, canvas: Canvas): Promise<Snapshot>;
  /** Ends the composing of a figure or the making of a picture that is under way: what was asked for rejects with `stopped`. */
  stop(): Promise<void>;
  /** By a save dialog; null when the reader cancels. */
  exportPicture(picture: Picture): Promise<Written | null>;
  /** The file in small; null when a later ticket has been asked for. */
  previewPicture(picture: Picture, widest: number, ticket: number): Promise<Preview | null>;
  copyPicture(picture: Picture): Promise<void>;
  /** As a PDF, to the program that prints those. */
  printPicture(picture: Picture): Promise<void>;
  copyText(text: string): Promise<void>;
  about(): Promise<About>;
  /** Every country, in the order of names. */
  countries(language: string): Promise<Country[]>;
  /** What comes unasked: an article opened from outside, or one that could not be. */
  listen(snapshot: (snapshot: Snapshot) => void, fault: (fault: Fault) => void): Promise<void>;
}

/** A rejection as a fault, or none where the failure is not one of the core's. */
export function asFault(reason: unknown): Fault | null {
  return typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string'
    ? (reason as Fault)
    : null;
}
