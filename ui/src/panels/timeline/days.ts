// Where events stand in time: dots, an axis that leaves out an empty stretch, ticks, stacks. Pure; no clock.
import { scaleUtc } from 'd3-scale';
import type { Event } from '../../bindings/wire.ts';
import { isDate, span } from '../../state/dates.ts';

export const DAY = 86_400_000;

export type Side = 'coop' | 'other' | 'conf';

/** An event on the axis: its first and last possible day as UTC milliseconds; both ends inclusive. */
export interface Dot {
  id: string;
  side: Side;
  first: number;
  last: number;
  /** The article's words for the time. */
  words: string | null;
}

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** `YYYY-MM-DD` of a moment. */
export function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function side(event: Event): Side {
  if (event.quad === null) return 'other';
  return event.quad.endsWith('Conflict') ? 'conf' : 'coop';
}

/** Events with a date, in the order of time, and those without: first those for which the article has words. */
export function lanes(events: readonly Event[]): { dated: Dot[]; undated: Dot[] } {
  const dated: Dot[] = [];
  const undated: Dot[] = [];
  for (const event of events) {
    const days = event.whenDate !== null && isDate(event.whenDate) ? span(event.whenDate) : null;
    const dot = { id: event.id, side: side(event), words: event.whenWords };
    if (days) dated.push({ ...dot, first: at(days.first), last: at(days.last) });
    else undated.push({ ...dot, first: Number.NaN, last: Number.NaN });
  }
  dated.sort((a, b) => a.first - b.first || a.last - b.last);
  return { dated, undated: [...undated.filter((dot) => dot.words !== null), ...undated.filter((dot) => dot.words === null)] };
}

/** A stretch of the axis: from one moment to another, between two places. */
interface Stretch {
  from: number;
  until: number;
  left: number;
  right: number;
}

export interface Axis {
  stretches: Stretch[];
  x(time: number): number;
  time(x: number): number;
}

/** A gap is left out when it is this share of the whole, and at least a quarter of a year. */
const GAP = 0.6;

/** The axis for a width; `window` is what is zoomed to, or none for all. */
export function axis(dots: readonly Dot[], width: number, window: readonly [number, number] | null): Axis {
  const stretches = window ? [{ from: window[0], until: window[1], left: 0, right: width }] : laid(dots, width);
  const scales = stretches.map((one) => scaleUtc().domain([one.from, one.until]).range([one.left, one.right]));
  const pick = (found: number): number => (found < 0 ? stretches.length - 1 : found);
  return {
    stretches,
    x: (time) => scales[pick(stretches.findIndex((one) => time <= one.until))]?.(time) ?? 0,
    time: (x) => scales[pick(stretches.findIndex((one) => x <= one.right))]?.invert(x).getTime() ?? 0,
  };
}

function laid(dots: readonly Dot[], width: number): Stretch[] {
  const first = Math.min(...dots.map((dot) => dot.first));
  const last = Math.max(...dots.map((dot) => dot.last)) + DAY;
  if (!Number.isFinite(first)) return [{ from: 0, until: DAY, left: 0, right: width }];
  const padded = (from: number, until: number, left: number, right: number): Stretch => {
    const pad = Math.max(2 * DAY, (until - from) * 0.06);
    return { from: from - pad, until: until + pad, left, right };
  };
  let gap: [number, number] = [0, 0];
  let reach = -Infinity;
  for (const dot of dots) {
    if (dot.first - reach > gap[1] - gap[0] && reach > -Infinity) gap = [reach, dot.first];
    reach = Math.max(reach, dot.last + DAY);
  }
  const size = gap[1] - gap[0];
  if (size < 90 * DAY || size < GAP * (last - first)) return [padded(first, last, 0, width)];
  // The side with more events has the room.
  const before = dots.filter((dot) => dot.first < gap[1]).length;
  const cut = (before * 2 > dots.length ? 0.84 : 0.14) * width;
  return [padded(first, gap[0], 0, cut), padded(gap[1], last, cut + 18, width)];
}

export interface Tick {
  x: number;
  text: string;
  /** Whether it is written first: what begins a month or a year, a time told to the month. */
  strong: boolean;
}

/** Ticks at days, months or years, whichever there is room for. */
export function ticks(along: Axis, language: string): Tick[] {
  const say = (time: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'id' ? 'id' : 'en-GB', { ...options, timeZone: 'UTC' }).format(time);
  return along.stretches.flatMap((one) => {
    const scale = scaleUtc().domain([one.from, one.until]).range([one.left, one.right]);
    const room = Math.max(1, Math.floor((one.right - one.left) / 84));
    const times = scale.ticks(room).map(Number).filter((time) => time % DAY === 0);
    const step = times.length > 1 ? (times[1] ?? 0) - (times[0] ?? 0) : DAY;
    return times.map((time, i): Tick => {
      const date = new Date(time);
      const newMonth = date.getUTCDate() === 1;
      const strong = newMonth && (step < 300 * DAY || i === 0);
      if (step > 300 * DAY) return { x: scale(time), text: say(time, { year: 'numeric' }), strong: false };
      if (step > 25 * DAY || newMonth) return { x: scale(time), text: say(time, { month: 'short', ...(i === 0 || date.getUTCMonth() === 0 ? { year: 'numeric' } : {}) }), strong };
      return { x: scale(time), text: say(time, i === 0 ? { day: 'numeric', month: 'short' } : { day: 'numeric' }), strong: false };
    });
  });
}

/** Those whose words have room between the words of the others: the strong first, then from the left. */
export function spaced(all: readonly Tick[], wide: (text: string) => number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...all].sort((a, b) => Number(b.strong) - Number(a.strong) || a.x - b.x))
    if (kept.every((other) => Math.abs(other.x - tick.x) >= (wide(other.text) + wide(tick.text)) / 2)) kept.push(tick);
  return kept.sort((a, b) => a.x - b.x);
}

/** A dot with its place: `level` counts from the line, up for cooperation, down for conflict; 0 is on it. */
export interface Placed {
  dot: Dot;
  x: number;
  level: number;
}

/** Stacks dots that fall within one unit of each other. */
export function stacked(dots: readonly Dot[], along: Axis, unit: number): Placed[] {
  const heights = new Map<string, number>();
  return dots.map((dot) => {
    const middle = along.x((dot.first + dot.last + DAY) / 2);
    const bin = Math.round(middle / unit);
    const key = `${bin} ${dot.side === 'conf' ? 'conf' : 'coop'}`;
    const level = (heights.get(key) ?? 0) + 1;
    heights.set(key, level);
    return { dot, x: bin * unit, level: dot.side === 'conf' ? -level : level };
  });
}

/** Rows for those without a date, from the line outwards: each as wide as `wide` says, as many in a row as there is room for. */
export function gathered(dots: readonly Dot[], wide: (dot: Dot) => number, room: number): { dot: Dot; left: number; level: number }[] {
  const rows = { up: { level: 1, left: 0 }, down: { level: 1, left: 0 } };
  return dots.map((dot) => {
    const row = rows[dot.side === 'conf' ? 'down' : 'up'];
    const width = wide(dot);
    if (row.left > 0 && row.left + width > room) Object.assign(row, { level: row.level + 1, left: 0 });
    const { left, level } = row;
    row.left += width;
    return { dot, left, level: dot.side === 'conf' ? -level : level };
  });
}

/** Whether every dot has as much room to its right as `wide` says, before the next of its row. */
export function apart(placed: readonly Placed[], wide: (dot: Dot) => number): boolean {
  const rows = new Map<number, Placed[]>();
  for (const one of placed) rows.set(one.level, [...(rows.get(one.level) ?? []), one]);
  return [...rows.values()].every((row) => {
    row.sort((a, b) => a.x - b.x);
    return row.every((one, i) => i + 1 === row.length || (row[i + 1]?.x ?? 0) - one.x >= wide(one.dot));
  });
}

/** The days on which anything begins, in order: the steps of playing. */
export function steps(dots: readonly Dot[]): string[] {
  return [...new Set(dots.map((dot) => day(dot.last)))].sort();
}
