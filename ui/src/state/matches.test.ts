import { describe, expect, it } from 'vitest';
import { matches } from './matches.ts';

const told = (text: string, query: string) => matches(text, query).map((range) => text.slice(range.start, range.end));

describe('finding words', () => {
  it('does not mind case, accents or line breaks', () => {
    expect(told('Menteri MENTERI menteri', 'menteri')).toEqual(['Menteri', 'MENTERI', 'menteri']);
    expect(told('Café lama, cafe baru', 'cafe')).toEqual(['Café', 'cafe']);
    expect(told('duta\n\nbesar dan duta besar', 'duta  besar')).toEqual(['duta\n\nbesar', 'duta besar']);
  });

  it('keeps the units of letters that take two places or fold to more than one', () => {
    expect(told('🙂🙂 perahu', 'perahu')).toEqual(['perahu']);
    expect(matches('🙂 İzmir', 'zmir')).toEqual([{ start: 4, end: 8 }]);
  });

  it('finds nothing for nothing, and no overlaps', () => {
    expect(matches('apa pun', '  ')).toEqual([]);
    expect(matches('aaaa', 'aa').length).toBe(2);
    expect(matches('', 'a')).toEqual([]);
  });
});
