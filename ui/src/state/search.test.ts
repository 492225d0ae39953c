import { describe, expect, it } from 'vitest';
import { find, plain, type Candidate } from './search.ts';

const all: Candidate[] = [
  { id: '1', group: 'node', text: 'Ukraina', also: ['Ukraine'] },
  { id: '2', group: 'node', text: 'Recep Tayyip Erdoğan', also: ['Erdogan'] },
  { id: '3', group: 'event', text: 'Ani bertemu Budi', also: ['CONSULT'] },
  { id: '4', group: 'action', text: 'Urungkan', also: [] },
  { id: '5', group: 'node', text: 'Duta Ukraina', also: [] },
  { id: '6', group: 'quote', text: 'Ani bertemu Budi di Ukraina.', also: [] },
];
const ids = (query: string, limit = 8) => find(all, query, limit).map((one) => one.id);

describe('search', () => {
  it('puts names that begin with the query first, actors before commands', () => {
    expect(ids('u')[0]).toBe('1');
    expect(ids('ukr')).toEqual(['1', '5', '6']);
    expect(ids('ur')).toContain('4');
  });

  it('does not mind case or marks', () => {
    expect(plain('Erdoğan')).toBe('erdogan');
    expect(ids('ERDOG')).toEqual(['2']);
  });

  it('finds by every word, in aliases and codes too', () => {
    expect(ids('budi ani')).toEqual(['3', '6']);
    expect(ids('consult')).toEqual(['3']);
    expect(ids('budi nobody')).toEqual([]);
  });

  it('answers an empty query with the first of each group but sentences', () => {
    expect(ids('', 1)).toEqual(['1', '3', '4']);
  });
});
