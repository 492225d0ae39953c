import { describe, expect, it } from 'vitest';
import { visible, EVERYTHING, toggled } from './filter.ts';
import { read } from './reading.ts';
import { small } from './small.ts';
import { neighbours, shared, ties, together, ways, within } from './ties.ts';

const reading = read(small());
const all = visible(reading, EVERYTHING);
const graph = ties(reading, all);

describe('ties', () => {
  it('join those who play a part in an event and the ends of a relation, never one who only vouches', () => {
    expect(graph.get('ani')?.get('budi')).toEqual(['met']);
    expect(graph.get('ani')?.get('arca')).toEqual(['leads']);
    expect(graph.get('arca')?.has('budi') ?? false).toBe(false);
  });

  it('are counted per neighbour', () => {
    expect(neighbours(reading, graph, 'ani').map((row) => [row.entity.id, row.claims.length])).toEqual([['arca', 1], ['budi', 1]]);
    expect(neighbours(reading, graph, 'nobody')).toEqual([]);
  });
});

describe('the shortest way', () => {
  it('goes over those between, in the order asked', () => {
    expect(ways(reading, graph, 'arca', 'budi')).toEqual([
      [{ from: 'arca', to: 'ani', claims: ['leads'] }, { from: 'ani', to: 'budi', claims: ['met'] }],
    ]);
  });

  it('is none to oneself and none where nothing leads', () => {
    expect(ways(reading, graph, 'ani', 'ani')).toEqual([]);
    const fewer = visible(reading, toggled(EVERYTHING, 'types', 'CONSULT'));
    expect(ways(reading, ties(reading, fewer), 'arca', 'budi')).toEqual([]);
  });

  it('tells every way of the same length, the surest first', () => {
    const snapshot = small();
    const [met] = snapshot.events;
    const dewi = { ...snapshot.entities[0]!, id: 'dewi', name: 'Dewi', mentions: [] };
    snapshot.entities.push(dewi);
    const event = (id: string, a: string, b: string, confidence: number) =>
      snapshot.events.push({ ...met!, id, confidence, roles: [{ role: 'source', entity: a }, { role: 'target', entity: b }] });
    event('x', 'arca', 'dewi', 0.95);
    event('y', 'dewi', 'budi', 0.92);
    const more = read(snapshot);
    const found = ways(more, ties(more, visible(more, EVERYTHING)), 'arca', 'budi');
    expect(found.map((way) => way.map((step) => step.to))).toEqual([['dewi', 'budi'], ['ani', 'budi']]);
    expect(shared(more, ties(more, visible(more, EVERYTHING)), 'arca', 'budi').map((row) => [row.entity.id, row.first, row.second])).toEqual([
      ['ani', ['leads'], ['met']], ['dewi', ['x'], ['y']],
    ]);
  });
});

describe('what is near', () => {
  it('grows by one entity a step and keeps only claims between those left', () => {
    expect([...within(reading, all, ['budi'], 1)].sort()).toEqual(['ani', 'budi', 'met']);
    expect([...within(reading, all, ['budi'], 2)].sort()).toEqual(['ani', 'arca', 'budi', 'hit', 'leads', 'met']);
    expect([...within(reading, all, ['met'], 0)].sort()).toEqual(['ani', 'budi', 'met']);
  });
});

describe('standing in one sentence', () => {
  it('is told per pair with the sentences', () => {
    expect(together(reading, all).map((pair) => [pair.first, pair.second, pair.sentences])).toEqual([
      ['ani', 'budi', [0, 1]], ['ani', 'arca', [0]], ['arca', 'budi', [0]],
    ]);
  });
});
