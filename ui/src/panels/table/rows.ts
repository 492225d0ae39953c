// The three sheets of the table as plain rows: what each cell says and what it is sorted by. Pure; never touches the page.
import type { Entity, Event } from '../../bindings/wire.ts';
import { degree, statuses, type Visible } from '../../state/filter.ts';
import { fillers, type Reading, type Thing } from '../../state/reading.ts';
import { when } from '../../state/sentences.ts';
import type { Key, Words } from '../../state/words.ts';

export const SHEETS = ['entities', 'events', 'relations'] as const;
export type Sheet = (typeof SHEETS)[number];

/** One cell. What is missing is an empty text and is sorted last either way. */
export interface Cell {
  text: string;
  /** What it is sorted by, where that is not the text. */
  by?: number | string;
}

export interface Row {
  id: string;
  cells: Cell[];
}

export interface Column {
  key: string;
  label: Key;
  /** Least width in pixels, and its share of what is left over. */
  width: number;
  share: number;
  number?: boolean;
}

/** How a sheet is sorted. */
export interface Order {
  column: string;
  down: boolean;
}

const column = (key: string, width: number, share: number, number = false): Column => ({ key, label: `table.col.${key}` as Key, width, share, number });

/** The columns of each sheet, the naming one first. */
export const COLUMNS: Record<Sheet, readonly Column[]> = {
  entities: [
    column('name', 176, 3), column('kind', 98, 1), column('country', 104, 2), column('role', 116, 3), column('mentions', 76, 0, true), column('ties', 86, 0, true),
    column('aliases', 140, 3), column('certainty', 88, 0, true),
  ],
  events: [
    column('what', 170, 3), column('source', 140, 2), column('target', 140, 2), column('status', 196, 1), column('type', 132, 1), column('voice', 130, 2),
    column('when', 150, 2), column('place', 110, 1), column('certainty', 88, 0, true),
  ],
  relations: [column('subject', 190, 3), column('relation', 130, 2), column('object', 190, 3), column('ground', 150, 2), column('certainty', 88, 0, true)],
};

/** The sheet on which something stands. */
export function sheetOf(found: Thing): Sheet {
  return ({ entity: 'entities', event: 'events', relation: 'relations' } as const)[found.what];
}

const percent = (confidence: number): Cell => ({ text: `${Math.round(confidence * 100)}%`, by: confidence });

function entityCells(reading: Reading, entity: Entity, t: Words): Cell[] {
  const [mentions, ties] = [entity.mentions.length, degree(reading, entity.id)];
  return [
    { text: entity.name }, { text: t.code('kind', entity.kind) }, { text: entity.country?.name ?? '' }, { text: entity.role ?? '' },
    { text: t.number(mentions), by: mentions }, { text: t.number(ties), by: ties }, { text: entity.aliases.join(', ') }, percent(entity.confidence),
  ];
}

function eventCells(reading: Reading, event: Event, t: Words): Cell[] {
  const name = (id: string | null): string => (id === null ? '' : (reading.entities.get(id)?.name ?? ''));
  const names = (role: 'source' | 'target'): string => fillers(reading, event, role).map((entity) => entity.name).join(', ');
  const dated = event.whenDate !== null || event.whenWords !== null;
  return [
    { text: event.label }, { text: names('source') }, { text: names('target') },
    { text: statuses(event).map((status) => t(`status.${status}`)).join(', ') }, { text: t.code('plover', event.code) }, { text: name(event.attributedTo) },
    { text: dated ? when(event, t) : '', by: event.whenDate ?? (dated ? 'z' : '') }, { text: name(event.place) }, percent(event.confidence),
  ];
}

/** The rows of a sheet that the filters leave, in the order of the text. */
export function rows(reading: Reading, shown: Visible, sheet: Sheet, t: Words): Row[] {
  const { entities, events, relations } = reading.snapshot;
  const name = (id: string): string => reading.entities.get(id)?.name ?? '';
  switch (sheet) {
    case 'entities':
      return entities.filter((one) => shown.nodes.has(one.id)).map((one) => ({ id: one.id, cells: entityCells(reading, one, t) }));
    case 'events':
      return events.filter((one) => shown.claims.has(one.id)).map((one) => ({ id: one.id, cells: eventCells(reading, one, t) }));
    case 'relations':
      return relations
        .filter((one) => shown.claims.has(one.id))
        .map((one) => ({
          id: one.id,
          cells: [
            { text: name(one.subject) }, { text: t.code('relation', one.kind) }, { text: name(one.object) },
            { text: t(`ground.${one.ground.by}`, { table: one.ground.table ?? '' }) }, percent(one.confidence),
          ],
        }));
  }
}

/** The rows in order. Rows that are alike keep the order of the text; empty cells come last, whichever the direction. */
export function sorted(all: readonly Row[], sheet: Sheet, order: Order | null, language: string): Row[] {
  const at = COLUMNS[sheet].findIndex((one) => one.key === order?.column);
  if (order === null || at < 0) return [...all];
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const way = order.down ? -1 : 1;
  return [...all].sort((a, b) => {
    const [left, right] = [a.cells[at], b.cells[at]];
    const [x, y] = [left?.by ?? left?.text ?? '', right?.by ?? right?.text ?? ''];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return way * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  });
}

/** The next order when a heading is pressed: up, down, as in the text. */
export function pressed(order: Order | null, key: string): Order | null {
  if (order?.column !== key) return { column: key, down: false };
  return order.down ? null : { column: key, down: true };
}

/** Rows for the clipboard: tabs between cells, a line a row, headings first. A cell is never a formula to who pastes it. */
export function tsv(sheet: Sheet, chosen: readonly Row[], t: Words): string {
  const plain = (text: string): string => {
    const flat = text.replace(/\s+/g, ' ').trim();
    return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
  };
  const lines = [COLUMNS[sheet].map((one) => t(one.label)), ...chosen.map((row) => row.cells.map((cell) => cell.text))];
  return lines.map((line) => `${line.map(plain).join('\t')}\n`).join('');
}
