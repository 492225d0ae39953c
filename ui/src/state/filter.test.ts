import { describe, expect, it } from 'vitest';
import { conditions, edgeShown, EVERYTHING, menus, narrows, NONE, only, statuses, toggled, toggledAll, visible, type Filter } from './filter.ts';
import { read } from './reading.ts';
import { small } from './small.ts';

const reading = read(small());

describe('a filter', () => {
  it('that is empty hides nothing', () => {
    expect(narrows(EVERYTHING)).toBe(false);
    expect(visible(reading, EVERYTHING).hidden).toEqual([]);
  });

  it('by type takes the event away and leaves its actors', () => {
    const shown = visible(reading, toggled(EVERYTHING, 'types', 'CONSULT'));
    expect(shown.hidden).toEqual(['met']);
    expect([shown.events, shown.allEvents]).toEqual([1, 2]);
  });

  it('by kind takes relations and lonely events along', () => {
    expect(visible(reading, toggled(EVERYTHING, 'kinds', 'country')).hidden).toEqual(['arca', 'hit', 'leads']);
  });

  it('by status hides an event that has it beside another', () => {
    const snapshot = small();
    snapshot.events = snapshot.events.map((event) => ({ ...event, modality: 'planned' }));
    expect(visible(read(snapshot), toggled(EVERYTHING, 'statuses', 'planned')).events).toBe(0);
  });

  it('hides uncertain readings by one switch', () => {
    expect(visible(reading, { ...EVERYTHING, unsure: false }).hidden).toEqual(['hit']);
  });

  it('by quad class takes events of that class, or those that have none', () => {
    expect(visible(reading, toggled(EVERYTHING, 'quads', 'materialConflict')).hidden).toEqual(['hit']);
    const snapshot = small();
    snapshot.events = snapshot.events.map((event) => ({ ...event, quad: event.id === 'met' ? null : event.quad }));
    expect(visible(read(snapshot), toggled(EVERYTHING, 'quads', NONE)).hidden).toEqual(['met']);
  });

  it('by who vouches tells the article’s own word from that of others', () => {
    expect(visible(reading, toggled(EVERYTHING, 'voices', 'budi')).hidden).toEqual(['hit']);
    expect(visible(reading, toggled(EVERYTHING, 'voices', NONE)).hidden).toEqual(['met']);
  });

  it('by country takes everybody of that country and what is left without anybody', () => {
    const snapshot = small();
    snapshot.entities = snapshot.entities.map((entity) => (entity.id === 'arca' ? { ...entity, country: { code: 'ARC', name: 'Arca' } } : entity));
    expect(visible(read(snapshot), toggled(EVERYTHING, 'countries', 'ARC')).hidden).toEqual(['arca', 'hit', 'leads']);
    expect([...visible(read(snapshot), toggled(EVERYTHING, 'countries', NONE)).nodes].sort()).toEqual(['arca', 'hit']);
  });

  it('by lines takes standing relations, or the lines beside who did it to whom, and leaves every event', () => {
    expect(visible(reading, toggled(EVERYTHING, 'lines', 'relation')).hidden).toEqual(['leads']);
    const shown = visible(reading, toggled(EVERYTHING, 'lines', 'minor'));
    expect([shown.hidden, shown.events]).toEqual([[], 2]);
    const drawn = reading.snapshot.scene.edges.filter((edge) => edgeShown(edge, shown)).map((edge) => edge.part);
    expect(drawn).toEqual(['source', 'target', 'source', 'relation']);
    expect(menus(reading.snapshot).lines).toEqual([{ value: 'relation', count: 1 }, { value: 'minor', count: 1 }]);
  });

  it('by certainty leaves out what is read less surely, and keeps what is exactly so sure', () => {
    expect(visible(reading, { ...EVERYTHING, least: 0.85 }).hidden).toEqual(['hit', 'leads']);
    expect(visible(reading, { ...EVERYTHING, least: 0.9 }).hidden).toEqual(['hit', 'leads']);
    expect(visible(reading, { ...EVERYTHING, least: 0.91 }).hidden).toEqual(['hit', 'leads', 'met']);
  });

  it('by connections leaves out who has fewer', () => {
    expect(visible(reading, { ...EVERYTHING, degree: 2 }).hidden).toEqual([]);
    const snapshot = small();
    snapshot.events = snapshot.events.filter((event) => event.id === 'met');
    expect(visible(read(snapshot), { ...EVERYTHING, degree: 2 }).hidden).toEqual(['arca', 'budi', 'leads']);
  });

  it('by date keeps every event that may have been in that time', () => {
    const hidden = (change: Partial<Filter>) => visible(reading, { ...EVERYTHING, ...change }).hidden;
    expect(hidden({ from: '2025-08-25', until: '2025-08-25' })).toEqual([]);
    expect(hidden({ from: '2025-08-26' })).toEqual(['met']);
    expect(hidden({ until: '2025-07' })).toEqual(['met']);
    expect(hidden({ from: '2025', until: '2025-08' })).toEqual([]);
    expect(hidden({ undated: false })).toEqual(['hit']);
  });

  it('by date meets a month or a year half way', () => {
    const snapshot = small();
    snapshot.events = snapshot.events.map((event) => (event.id === 'met' ? { ...event, whenDate: '2025-08' } : event));
    expect(visible(read(snapshot), { ...EVERYTHING, from: '2025-08-31' }).hidden).toEqual([]);
    expect(visible(read(snapshot), { ...EVERYTHING, from: '2025-09' }).hidden).toEqual(['met']);
  });

  it('with a focus leaves what is near, of what the filter leaves', () => {
    expect(visible(reading, EVERYTHING, { ids: ['budi'], hops: 1 }).hidden).toEqual(['arca', 'hit', 'leads']);
    expect(visible(reading, toggled(EVERYTHING, 'types', 'CONSULT'), { ids: ['budi'], hops: 2 }).hidden).toEqual(['ani', 'arca', 'hit', 'leads', 'met']);
  });

  it('counts what narrows it', () => {
    const change: Partial<Filter>[] = [{ unsure: false }, { least: 0.2 }, { degree: 1 }, { from: '2025' }, { until: '2025' }, { undated: false }, ...(['kinds', 'types', 'statuses', 'quads', 'voices', 'countries'] as const).map((list) => ({ [list]: ['x'] }))];
    for (const one of change) expect([one, conditions({ ...EVERYTHING, ...one })]).toEqual([one, 1]);
    expect(conditions(Object.assign({}, EVERYTHING, ...change))).toBe(11);
  });

  it('leaves one of a list alone, and all again when asked twice', () => {
    const rows = menus(reading.snapshot).types;
    const alone = only(EVERYTHING, 'types', 'ASSAULT', rows);
    expect(alone.types).toEqual(['CONSULT']);
    expect(only(alone, 'types', 'ASSAULT', rows)).toEqual(EVERYTHING);
  });

  it('switches several together, off first where they differ', () => {
    const off = toggledAll(toggled(EVERYTHING, 'kinds', 'place'), 'kinds', ['country', 'place']);
    expect(off.kinds).toEqual(['country', 'place']);
    expect(toggledAll(off, 'kinds', ['country', 'place'])).toEqual(EVERYTHING);
  });

  it('goes back to where it was when toggled twice', () => {
    expect(toggled(toggled(EVERYTHING, 'types', 'AID'), 'types', 'AID')).toEqual(EVERYTHING);
  });
});

describe('statuses', () => {
  it('are never none', () => {
    expect(reading.snapshot.events.map(statuses)).toEqual([['actual'], ['attributed']]);
  });

  it('are told in the menu with their number', () => {
    expect(menus(reading.snapshot).statuses).toEqual([{ value: 'actual', count: 1 }, { value: 'attributed', count: 1 }]);
  });
});
