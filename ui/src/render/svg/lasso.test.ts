import { describe, expect, it } from 'vitest';
import { inside, points, type Corner } from './lasso.ts';

const bay: Corner[] = [[0, 0], [10, 0], [10, 10], [5, 3], [0, 10]];

describe('a loop', () => {
  it('holds what lies in it, not what lies in its bay or outside', () => {
    expect([inside(bay, 2, 2), inside(bay, 9, 7), inside(bay, 5, 8), inside(bay, 12, 2), inside(bay, -1, 2)]).toEqual([true, true, false, false, false]);
  });

  it('that was never drawn holds nothing', () => {
    expect([inside([], 0, 0), inside([[1, 1]], 1, 1)]).toEqual([false, false]);
  });

  it('is spelled as a polygon', () => {
    expect(points([[0, 0.25], [1, 2]])).toBe('0.0,0.3 1.0,2.0');
  });
});
