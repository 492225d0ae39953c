import { describe, expect, it } from 'vitest';
import { read } from '../../state/reading.ts';
import { small } from '../../state/small.ts';
import { words } from '../../state/words.ts';
import { changed, changes, field } from './cells.ts';
import { COLUMNS, SHEETS } from './rows.ts';

const reading = read(small());
const t = words('en');
const ID = { entities: 'ani', events: 'met', relations: 'leads' } as const;

describe('a cell of the table', () => {
  it('has a field exactly where it can be changed, and its value is among the choices', () => {
    for (const sheet of SHEETS)
      for (const { key } of COLUMNS[sheet]) {
        const found = field(reading, sheet, ID[sheet], key, t, []);
        expect([sheet, key, found !== null]).toEqual([sheet, key, changes(sheet, key)]);
        if (found?.options) expect(found.options.map(({ value }) => value)).toContain(found.value);
      }
  });

  it('comes to one command of the log when it is given another value, and to none when it is not', () => {
    expect(changed(reading, 'entities', 'ani', 'kind', 'group')).toEqual([{ command: 'setKind', claim: 'ani', kind: 'group' }]);
    expect(changed(reading, 'entities', 'ani', 'country', 'IDN')).toEqual([{ command: 'setCountry', node: 'ani', country: 'IDN' }]);
    expect(changed(reading, 'entities', 'ani', 'role', ' Bupati ')).toEqual([{ command: 'setOffice', node: 'ani', office: 'Bupati' }]);
    expect(changed(reading, 'events', 'met', 'status', 'planned')).toEqual([{ command: 'setModality', event: 'met', modality: 'planned' }]);
    expect(changed(reading, 'events', 'hit', 'voice', '')).toEqual([{ command: 'setAttribution', event: 'hit', by: null }]);
    expect(changed(reading, 'events', 'met', 'when', '2025-08')).toEqual([{ command: 'setDate', event: 'met', date: '2025-08' }]);
    expect(changed(reading, 'relations', 'leads', 'relation', 'ally_of')).toEqual([{ command: 'setKind', claim: 'leads', kind: 'ally_of' }]);
    for (const sheet of SHEETS)
      for (const { key } of COLUMNS[sheet]) expect(changed(reading, sheet, ID[sheet], key, field(reading, sheet, ID[sheet], key, t, [])?.value ?? '')).toEqual([]);
  });

  it('takes no empty name and no date that is none', () => {
    expect(changed(reading, 'entities', 'ani', 'name', '  ')).toEqual([]);
    expect(changed(reading, 'events', 'met', 'when', 'kemarin')).toEqual([]);
    expect(changed(reading, 'entities', 'ani', 'mentions', '9')).toEqual([]);
  });
});
