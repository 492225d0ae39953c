import { describe, expect, it } from 'vitest';
import type { Event } from '../../bindings/wire.ts';
import { small } from '../../state/small.ts';
import { apart, axis, DAY, day, gathered, lanes, spaced, stacked, steps, ticks } from './days.ts';

const [met, hit] = small().events as [Event, Event];
const on = (id: string, whenDate: string | null, rest: Partial<Event> = {}): Event => ({ ...met, id, whenDate, ...rest });

describe('lanes', () => {
  it('put events with a date in the order of time and keep the others apart, those with words first', () => {
    const { dated, undated } = lanes([on('b', '2025-08-24'), on('n', null, { whenWords: null }), on('w', null, { whenWords: 'hari Minggu' }), on('a', '2025-08-22')]);
    expect(dated.map((dot) => dot.id)).toEqual(['a', 'b']);
    expect(undated.map((dot) => dot.id)).toEqual(['w', 'n']);
  });

  it('let a month reach from its first day to its last', () => {
    const [dot] = lanes([on('m', '2024-02')]).dated;
    expect([day(dot?.first ?? 0), day(dot?.last ?? 0)]).toEqual(['2024-02-01', '2024-02-29']);
  });

  it('take a date that is none as no date', () => {
    expect(lanes([on('x', '2025-13-40')]).undated).toHaveLength(1);
  });
});

describe('the axis', () => {
  it('turns moments into places and back', () => {
    const { dated } = lanes([on('a', '2025-08-01'), on('b', '2025-08-30')]);
    const along = axis(dated, 800, null);
    expect(along.stretches).toHaveLength(1);
    for (const dot of dated) expect(along.time(along.x(dot.first))).toBeCloseTo(dot.first, -2);
    expect(along.x(dated[0]?.first ?? 0)).toBeGreaterThan(0);
    expect(along.x((dated[1]?.last ?? 0) + DAY)).toBeLessThan(800);
  });

  it('leaves out a long stretch in which nothing happens, and keeps the order', () => {
    const { dated } = lanes([on('old', '2022-02-24'), on('a', '2025-08-01'), on('b', '2025-08-30'), on('c', '2025-09-03')]);
    const along = axis(dated, 800, null);
    expect(along.stretches).toHaveLength(2);
    const places = dated.map((dot) => along.x(dot.first));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeLessThan(200);
  });

  it('stands even where there is nothing', () => {
    const along = axis([], 800, null);
    expect(Number.isFinite(along.x(DAY / 2))).toBe(true);
  });

  it('writes no day on the beginning of a month', () => {
    const tick = (x: number, text: string, strong = false) => ({ x, text, strong });
    const found = spaced([tick(22, '30 Des'), tick(52, 'Jan 2026', true), tick(110, '3'), tick(118, '4')], (text) => text.length * 6);
    expect(found.map((one) => one.text)).toEqual(['Jan 2026', '3', '4']);
  });

  it('has no tick inside a day, however near one looks', () => {
    const from = Date.UTC(2025, 7, 1);
    for (const days of [1, 3, 30, 400, 4000]) {
      const along = axis([], 800, [from, from + days * DAY]);
      for (const tick of ticks(along, 'id')) expect(Math.round(along.time(tick.x)) % DAY).toBe(0);
    }
  });
});

describe('stacks', () => {
  it('rise for cooperation and hang for conflict', () => {
    const { dated } = lanes([on('a', '2025-08-24'), on('b', '2025-08-24'), { ...hit, whenDate: '2025-08-24' }]);
    const placed = stacked(dated, axis(dated, 800, null), 12);
    expect(placed.map((one) => one.level)).toEqual([1, 2, -1]);
    expect(new Set(placed.map((one) => one.x)).size).toBe(1);
  });

  it('have badges only where each has room beside the next of its row', () => {
    const { dated } = lanes([on('a', '2025-08-24'), on('b', '2025-08-26'), { ...hit, whenDate: '2025-08-25' }]);
    const placed = [{ dot: dated[0], x: 0, level: 1 }, { dot: dated[1], x: 5, level: -1 }, { dot: dated[2], x: 20, level: 1 }].flatMap(({ dot, ...one }) => (dot ? [{ dot, ...one }] : []));
    expect(placed).toHaveLength(3);
    expect(apart(placed, () => 20)).toBe(true);
    expect(apart(placed, () => 21)).toBe(false);
    expect(apart([...placed].reverse(), ({ id }) => (id === 'b' ? 500 : 1))).toBe(true);
  });

  it('fill the undated lane row by row', () => {
    const { undated } = lanes(['a', 'b', 'c'].map((id) => on(id, null)));
    const wide = (dot: { id: string }): number => (dot.id === 'a' ? 30 : 10);
    expect(gathered(undated, wide, 40).map((one) => [one.left, one.level])).toEqual([[0, 1], [30, 1], [0, 2]]);
    expect(gathered(undated, () => 60, 40).map((one) => [one.left, one.level])).toEqual([[0, 1], [0, 2], [0, 3]]);
  });

  it('are played a day at a time, each day once', () => {
    expect(steps(lanes([on('a', '2025-08-24'), on('b', '2025-08-24'), on('c', '2025-08')]).dated)).toEqual(['2025-08-24', '2025-08-31']);
  });
});
