import { describe, expect, it } from 'vitest';
import { GALLERY } from './gallery.ts';

describe('the gallery', () => {
  it('has two articles in each language, each with a title, a dateline and paragraphs', () => {
    expect(GALLERY.map((one) => one.language)).toEqual(['id', 'id', 'en', 'en']);
    for (const one of GALLERY) {
      expect(one.title.length).toBeGreaterThan(20);
      expect(one.lead).toMatch(/^[A-Z]+, \d{1,2} \w+ 2025 – /);
      expect(one.text.trim().split(/\n\n/).length).toBeGreaterThanOrEqual(4);
    }
  });
});
