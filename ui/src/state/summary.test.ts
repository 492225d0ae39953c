import { describe, expect, it } from 'vitest';
import { small } from './small.ts';
import { summarise } from './summary.ts';

describe('the summary', () => {
  const summary = summarise(small(), 2);

  it('counts and ranks', () => {
    expect([summary.entities, summary.events, summary.relations]).toEqual([3, 2, 1]);
    expect(summary.ranking.map((row) => [row.entity.id, row.mentions, row.share])).toEqual([['ani', 2, 1], ['arca', 2, 1]]);
  });

  it('tells tone and status', () => {
    expect([summary.cooperation, summary.conflict, summary.other]).toEqual([1, 1, 0]);
    expect(summary.statuses.map((row) => [row.status, row.count])).toEqual([['attributed', 1], ['unsure', 1]]);
  });

  it('of an empty reading is all zeros', () => {
    const empty = summarise({ ...small(), entities: [], events: [], relations: [] }, 5);
    expect([empty.entities, empty.ranking, empty.tones, empty.statuses]).toEqual([0, [], [], []]);
  });
});
