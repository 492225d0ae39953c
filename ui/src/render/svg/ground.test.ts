import { expect, test } from 'vitest';
import type { Halo } from '../../bindings/wire.ts';
import { groundOf } from './ground.ts';

const halo: Halo = { country: 'IDN', nodes: ['a', 'b', 'c'], links: [['a', 'b'], ['b', 'c']], strokes: [], name: null };

test('a ground has a dot for each node and a line for each link', () => {
  const places = new Map([['a', [0, 1]], ['b', [20, 1.234]], ['c', [40, -3]]] as [string, [number, number]][]);
  expect(groundOf(halo, places)).toBe('M0.00 1.00h.01M20.00 1.23h.01M40.00 -3.00h.01M0.00 1.00L20.00 1.23M20.00 1.23L40.00 -3.00');
});

test('who is not on view has no ground, nor a link to one that has', () => {
  expect(groundOf(halo, new Map([['a', [0, 1]], ['c', [40, -3]]] as [string, [number, number]][]))).toBe('M0.00 1.00h.01M40.00 -3.00h.01');
  expect(groundOf(halo, new Map())).toBe('');
});
