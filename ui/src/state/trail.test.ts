import { describe, expect, it } from 'vitest';
import { EVERYTHING, toggled } from './filter.ts';
import { back, forward, LIMIT, prune, START, visit } from './trail.ts';

const select = (trail: typeof START, selected: string | null) => visit(trail, { ...trail.here, selected });

describe('the trail', () => {
  it('goes back to the view before and forward again', () => {
    const trail = select(select(START, 'a'), 'b');
    expect(back(trail).here.selected).toBe('a');
    expect(forward(back(trail))).toEqual(trail);
  });

  it('remembers filters with the selection', () => {
    const filtered = visit(select(START, 'a'), { selected: 'a', filter: toggled(EVERYTHING, 'kinds', 'person') });
    expect(back(filtered).here).toEqual({ selected: 'a', filter: EVERYTHING });
  });

  it('does not grow by staying', () => {
    const trail = select(START, 'a');
    expect(select(trail, 'a')).toBe(trail);
  });

  it('forgets the future when it turns off', () => {
    expect(select(back(select(START, 'a')), 'b').future).toEqual([]);
  });

  it('stands still at both ends', () => {
    expect(back(START)).toBe(START);
    expect(forward(START)).toBe(START);
  });

  it('keeps a bounded past', () => {
    let trail = START;
    for (let i = 0; i < LIMIT + 20; i += 1) trail = select(trail, String(i));
    expect(trail.past.length).toBe(LIMIT);
  });

  it('loses what was deleted without a view that says the same twice', () => {
    const trail = select(select(select(START, 'a'), 'gone'), 'b');
    const pruned = prune(trail, (id) => id !== 'gone');
    expect([...pruned.past, pruned.here].map((view) => view.selected)).toEqual([null, 'a', null, 'b']);
    expect(prune(select(START, 'gone'), () => false).past).toEqual([]);
  });
});
