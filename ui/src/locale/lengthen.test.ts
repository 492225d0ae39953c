import { describe, expect, it } from 'vitest';
import { longer } from './lengthen.ts';

describe('the longer locale', () => {
  it('is two fifths longer in its letters and keeps its holes', () => {
    expect(longer('Cari {n} aktor')).toBe('Cárí {n} áktór~~~~~');
    expect(longer('{n}%').startsWith('{n}%')).toBe(true);
    expect(longer('{words}')).toBe('{words}');
  });
});
