import { describe, expect, it } from 'vitest';
import en from '../locale/en.json';
import id from '../locale/id.json';
import { isDate, spell } from './dates.ts';
import { sentence, type Trouble } from './faults.ts';
import { read } from './reading.ts';
import { assurance, bracket, certainty, citation, done, eventLine, notes, when } from './sentences.ts';
import { small, TEXT } from './small.ts';
import { firstLanguage, words } from './words.ts';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the locales', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(id));
  });

  it('have the same holes in each sentence', () => {
    for (const key of Object.keys(id) as (keyof typeof id)[]) expect([key, holes(en[key])]).toEqual([key, holes(id[key])]);
  });

  it('say something everywhere', () => {
    for (const table of [id, en]) for (const [key, text] of Object.entries(table)) expect([key, text.trim() === '']).toEqual([key, false]);
  });

  it('count by the rules of the language', () => {
    expect(words('en').count('inspect.mentions', 1)).toBe('1 mention');
    expect(words('en').count('inspect.mentions', 2)).toBe('2 mentions');
    expect(words('id').count('inspect.mentions', 2)).toBe('2 sebutan');
  });

  it('fall back to the code where a name is missing', () => {
    expect(words('id').code('plover', 'CONSULT')).toBe('Bertemu');
    expect(words('id').code('plover', 'NEW')).toBe('NEW');
  });
});

describe('the first language', () => {
  it('is the remembered one, else the system’s, else Indonesian', () => {
    expect(firstLanguage('en', ['id-ID'])).toBe('en');
    expect(firstLanguage(null, ['de-DE', 'en-GB'])).toBe('en');
    expect(firstLanguage(null, ['de-DE'])).toBe('id');
  });
});

describe('dates', () => {
  it('are a year, a month or a day that exists', () => {
    expect(['2025', '2025-08', '2024-02-29'].map(isDate)).toEqual([true, true, true]);
    expect(['', '25', '2025-13', '2025-02-29', '2025-8-1', '1 Agustus 2025'].map(isDate)).toEqual([false, false, false, false, false, false]);
  });

  it('are spelled in the language of the reader', () => {
    expect(spell('2025-08-25', 'id')).toBe('25 Agustus 2025');
    expect(spell('2025-08', 'en')).toBe('August 2025');
    expect(spell('2025-08-24', 'id', 'short')).toBe('24 Agu');
  });
});

describe('sentences', () => {
  const reading = read(small());
  const [met, hit] = reading.snapshot.events;
  const t = words('id');

  it('say who does what to whom, and that it is alleged', () => {
    expect(met && eventLine(reading, met, t)).toBe('Ani bertemu Budi');
    expect(hit && eventLine(reading, hit, t)).toBe('Arca menyerang (diduga)');
    expect(hit && bracket({ ...hit, modality: 'planned' }, t)).toBe('(rencana)');
  });

  it('keep the words of the article beside the date they come to', () => {
    expect(met && when(met, t)).toBe('“Senin” (25 Agustus 2025)');
    expect(hit && when(hit, t)).toBe('tidak disebut');
  });

  it('say how sure the reading is', () => {
    expect(certainty(0.4, t)).toContain('tidak pasti (40%)');
  });

  it('let the reader’s word go before the number', () => {
    const said = (mark: 'checked' | 'doubtful' | null) => {
      const touched = mark ? [{ id: 'hit', fields: [], note: null, mark, merged: [] }] : [];
      return assurance({ ...reading.snapshot, touched }, hit!, t);
    };
    expect([said('checked'), said('doubtful')]).toEqual(['sudah diperiksa', 'diragukan']);
    expect(said(null)).toContain('40%');
    expect(assurance(reading.snapshot, { ...hit!, ground: { by: 'reader', cites: [], table: null } }, t)).toBe('ditambahkan pembaca');
  });

  it('tell notes once, with a quoted word', () => {
    expect(notes(reading, t)).toEqual(['1 kata waktu, misalnya “Senin”, belum punya tanggal. Atur tanggal artikel.']);
  });

  it('name what is undone', () => {
    expect(done({ command: 'unpin', subject: 'Budi', object: null, value: null }, t)).toBe('melepas sematan Budi');
    expect(done({ command: 'setKind', subject: 'Budi', object: null, value: 'person' }, t)).toBe('jenis Budi: Tokoh');
    expect(done({ command: 'setDate', subject: 'bertemu', object: null, value: null }, t)).toBe('tanggal bertemu dihapus');
    expect(done({ command: 'merge', subject: 'Budi', object: 'Pak Budi', value: null }, t)).toBe('menggabungkan Pak Budi ke Budi');
  });

  it('cite a quote with where it is from', () => {
    expect(citation(reading.snapshot, { start: 21, end: 50 }, t)).toBe(`“${TEXT.slice(21, 50)}” (Teks tempelan, PM Arca bertemu Budi)`);
  });

  it('exist for every fault in both languages', () => {
    const faults: Trouble[] = [
      { code: 'emptyText' }, { code: 'notText' }, { code: 'invalidUtf8', at: 6 }, { code: 'tooLarge', limit: 5_000_000, size: 6_000_000 },
      { code: 'webAddress' }, { code: 'unreadable', path: 'a.txt' }, { code: 'unwritable', path: 'a.png', reason: 'denied' },
      { code: 'badDate', text: 'kemarin' }, { code: 'badName', limit: 200 }, { code: 'notFound', id: 'x' }, { code: 'badEdit' }, { code: 'badQuote' }, { code: 'damagedEdits', path: 'a.jsonl', kept: 3 },
      { code: 'pictureTooLarge', limit: 12_000 }, { code: 'lost' },
    ];
    for (const language of ['id', 'en'] as const)
      for (const fault of faults) expect(sentence(fault, words(language))).toMatch(/^[^{}]+\.$/);
    expect(sentence({ code: 'invalidUtf8', at: 6 }, t)).toContain('bita ke-7');
  });
});
