import { describe, expect, it } from 'vitest';
import { EVERYTHING, toggled } from './filter.ts';
import { back, chosenIn, extend, forward, LIMIT, NOTHING, prune, select as selectIn, START, visit } from './trail.ts';

const select = (trail: typeof START, selected: string | null) => visit(trail, { ...trail.here, selected });

describe('the trail', () => {
  it('goes back to the view before and forward again', () => {
    const trail = select(select(START, 'a'), 'b');
    expect(back(trail).here.selected).toBe('a');
    expect(forward(back(trail))).toEqual(trail);
  });

  it('remembers filters with the selection', () => {
    const filtered = visit(select(START, 'a'), { ...NOTHING, selected: 'a', filter: toggled(EVERYTHING, 'kinds', 'person') });
    expect(back(filtered).here).toEqual({ ...NOTHING, selected: 'a' });
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

describe('several selected', () => {
  it('are led by the last, and taking one twice lets it go', () => {
    const three = ['a', 'b', 'c'].reduce(extend, NOTHING);
    expect([three.selected, chosenIn(three)]).toEqual(['c', ['a', 'b', 'c']]);
    expect(chosenIn(extend(three, 'b'))).toEqual(['a', 'c']);
    expect(extend(extend(three, 'c'), 'b').selected).toBe('a');
    expect(extend(extend(NOTHING, 'a'), 'a')).toEqual(NOTHING);
  });

  it('lose what was deleted, in the selection and in the focus', () => {
    const trail = visit(START, { ...selectIn(NOTHING, ['a', 'gone', 'b']), focus: { ids: ['gone', 'a'], hops: 2 } });
    const { here } = prune(trail, (id) => id !== 'gone');
    expect([chosenIn(here), here.focus]).toEqual([['a', 'b'], { ids: ['a'], hops: 2 }]);
    expect(prune(trail, () => false).here).toEqual(NOTHING);
  });
});
