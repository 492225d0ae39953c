import { describe, expect, it } from 'vitest';
import { EVERYTHING, visible } from '../../state/filter.ts';
import { read } from '../../state/reading.ts';
import { small } from '../../state/small.ts';
import { words } from '../../state/words.ts';
import { COLUMNS, pressed, rows, SHEETS, sorted, tsv } from './rows.ts';

const t = words('en');
const reading = read(small());
const all = visible(reading, EVERYTHING);

describe('the sheets', () => {
  it('have a cell for every column of every row', () => {
    for (const sheet of SHEETS) for (const row of rows(reading, all, sheet, t)) expect(row.cells).toHaveLength(COLUMNS[sheet].length);
  });

  it('hold what the filters leave and nothing else', () => {
    const some = visible(reading, { ...EVERYTHING, kinds: ['country'], types: ['CONSULT'] });
    expect(rows(reading, some, 'entities', t).map((row) => row.id)).toEqual(['ani', 'budi']);
    expect(rows(reading, some, 'events', t).map((row) => row.id)).toEqual([]);
    expect(rows(reading, some, 'relations', t)).toEqual([]);
  });

  it('say the status of an event, and who vouches for it', () => {
    const hit = rows(reading, all, 'events', t).find((row) => row.id === 'hit');
    const cell = (key: string): string | undefined => hit?.cells[COLUMNS.events.findIndex((one) => one.key === key)]?.text;
    expect(cell('status')).toBe(t('status.attributed'));
    expect(cell('voice')).toBe('Budi');
  });
});

describe('sorting', () => {
  it('goes up, down, and back to the order of the text', () => {
    const up = pressed(null, 'name');
    const down = pressed(up, 'name');
    expect([up, down, pressed(down, 'name')]).toEqual([{ column: 'name', down: false }, { column: 'name', down: true }, null]);
    expect(pressed(down, 'kind')).toEqual({ column: 'kind', down: false });
  });

  it('sorts numbers as numbers and leaves empty cells last both ways', () => {
    const events = rows(reading, all, 'events', t);
    for (const down of [false, true]) expect(sorted(events, 'events', { column: 'when', down }, 'en').at(-1)?.id).toBe('hit');
    expect(sorted(events, 'events', { column: 'certainty', down: false }, 'en').map((row) => row.id)).toEqual(['hit', 'met']);
    expect(sorted(events, 'events', { column: 'certainty', down: true }, 'en').map((row) => row.id)).toEqual(['met', 'hit']);
  });
});

describe('copying', () => {
  it('writes headings and one line a row', () => {
    const lines = tsv('relations', rows(reading, all, 'relations', t), t).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]?.split('\t').slice(0, 3)).toEqual(['Ani', t('relation.leads'), 'Arca']);
  });

  it('keeps a cell in its cell and never makes it a formula', () => {
    const row = { id: 'x', cells: ['=1+1', 'two\tcells\nor more', '', '', ''].map((text) => ({ text })) };
    expect(tsv('relations', [row], t).split('\n')[1]).toBe("'=1+1\ttwo cells or more\t\t\t");
  });
});
