import { describe, expect, it } from 'vitest';
import { paragraphs, quote } from './pieces.ts';
import { at, small, TEXT } from './small.ts';

describe('the article in pieces', () => {
  it('gives back every letter of every line', () => {
    const lines = paragraphs(small());
    expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(TEXT.split('\n'));
  });

  it('knows the headline', () => {
    expect(paragraphs(small()).map((line) => line.title)).toEqual([true, false]);
  });

  it('cuts a nested mention and lists the innermost first', () => {
    const [headline] = paragraphs(small());
    const pieces = headline?.pieces.map((piece) => [piece.text, piece.over.map((s) => s.id)]);
    expect(pieces?.slice(0, 2)).toEqual([['PM ', ['ani']], ['Arca', ['arca', 'ani']]]);
  });

  it('marks a trigger as that of its event', () => {
    const piece = paragraphs(small()).flatMap((line) => line.pieces).find((p) => p.text === 'menyerang');
    expect(piece?.over).toMatchObject([{ id: 'hit', event: true, kind: 'event' }]);
  });

  it('leaves out blank lines and keeps units that take two places', () => {
    const snapshot = small();
    snapshot.article = { ...snapshot.article, text: '\r\n🙂 satu\r\n \r\ndua', title: null };
    snapshot.entities = [];
    snapshot.events = [];
    snapshot.relations = [];
    snapshot.sentences = [];
    expect(paragraphs(snapshot).map((line) => [line.start, line.pieces[0]?.text])).toEqual([[2, '🙂 satu'], [14, 'dua']]);
  });
});

describe('a quote', () => {
  it('is the words of the article with actors and triggers told apart', () => {
    const pieces = quote(TEXT, at('Ani bertemu Budi'), [at('Ani')], [at('bertemu', 25)]);
    expect(pieces.map((p) => [p.text, p.mark, p.trigger])).toEqual([['Ani', true, false], [' ', false, false], ['bertemu', false, true], [' Budi', false, false]]);
  });

  it('runs on over a line break', () => {
    expect(quote('satu\n\ndua', { start: 0, end: 9 }, [], []).map((p) => p.text)).toEqual(['satu dua']);
  });
});
