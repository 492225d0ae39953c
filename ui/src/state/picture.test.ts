import { describe, expect, it } from 'vitest';
import { recalled } from './picture.svelte.ts';

describe('the last choice', () => {
  it('is taken as far as it is still a choice', () => {
    const kept = recalled(JSON.stringify({ format: 'pdf', theme: 'neon', scale: 3, notes: true, width: '800', more: 1 }), 'dark');
    expect(kept).toMatchObject({ format: 'pdf', theme: 'dark', scale: '2', notes: true, width: '800' });
    expect('more' in kept).toBe(false);
  });

  it('is the first one where nothing fit was kept', () => {
    for (const text of [null, '', '{', '[]', '7', 'null']) expect(recalled(text, 'light').format).toBe('png');
  });
});
