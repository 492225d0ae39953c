import { describe, expect, it } from 'vitest';
import { EVERYTHING, menus, narrows, statuses, toggled, visible } from './filter.ts';
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
