import { describe, expect, it } from 'vitest';
import { alike, steady } from './steady.ts';

describe('steady rows', () => {
  it('keep their object while their fields stay, and change it alone when one does', () => {
    const keep = steady<{ id: string; on: boolean }>((row) => row.id);
    const first = keep([{ id: 'a', on: false }, { id: 'b', on: false }]);
    const second = keep([{ id: 'a', on: true }, { id: 'b', on: false }]);
    expect(second[0]).not.toBe(first[0]);
    expect(second[0]).toEqual({ id: 'a', on: true });
    expect(second[1]).toBe(first[1]);
  });

  it('are found again by their key when others come and go', () => {
    const keep = steady<{ id: string }>((row) => row.id);
    const [, b] = keep([{ id: 'a' }, { id: 'b' }]);
    expect(keep([{ id: 'b' }, { id: 'c' }])[0]).toBe(b);
  });

  it('are alike when lists in them have the same entries', () => {
    const entry = {};
    expect(alike<object>({ list: [entry, 1] }, { list: [entry, 1] })).toBe(true);
    expect(alike<object>({ list: [entry] }, { list: [{}] })).toBe(false);
    expect(alike<object>({ list: [entry] }, { list: [entry, entry] })).toBe(false);
  });
});
