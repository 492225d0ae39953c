import { describe, expect, it } from 'vitest';
import { small } from '../state/small.ts';
import { around, cycle, links, step } from './links.ts';

const graph = links(small().scene);
const always = () => true;

describe('one hop', () => {
  it('around an actor goes through its events to the other side', () => {
    const lit = around(graph, 'ani');
    expect([...lit.nodes].sort()).toEqual(['ani', 'arca', 'budi', 'met']);
    expect([...lit.edges].sort()).toEqual(['1', '2', '5']);
  });

  it('around an event is its own actors', () => {
    expect([...around(graph, 'hit').nodes].sort()).toEqual(['arca', 'budi', 'hit']);
  });

  it('around a relation is its two ends', () => {
    expect([...around(graph, 'leads').nodes].sort()).toEqual(['ani', 'arca']);
  });

  it('does not run on through one who only vouches', () => {
    expect(around(graph, 'budi').nodes.has('arca')).toBe(false);
  });
});

describe('arrow keys', () => {
  it('lead to the neighbour that way', () => {
    expect(step(graph, 'ani', 'right', always)).toBe('met');
    expect(step(graph, 'ani', 'down', always)).toBe('arca');
  });

  it('lead nowhere where nothing is', () => {
    expect(step(graph, 'ani', 'up', always)).toBe(null);
  });

  it('go on through an event that is drawn as a mere line', () => {
    const shown = (id: string) => id !== 'met';
    expect(step(graph, 'ani', 'right', shown, new Set(['met']))).toBe('budi');
    expect(step(graph, 'budi', 'left', shown, new Set(['met']))).toBe('ani');
  });

  it('pass over what is filtered away', () => {
    expect(step(graph, 'ani', 'right', (id) => id !== 'met')).toBe('budi');
  });
});

describe('brackets', () => {
  it('go around the edges of a node and come back', () => {
    const first = cycle(graph, 'ani', null, 1, always);
    const second = cycle(graph, 'ani', first, 1, always);
    expect([first, second].sort()).toEqual(['leads', 'met']);
    expect(cycle(graph, 'ani', second, 1, always)).toBe(first);
    expect(cycle(graph, 'ani', first, -1, always)).toBe(second);
  });
});
