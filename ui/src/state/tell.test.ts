import { describe, expect, it } from 'vitest';
import { links } from '../graph/links.ts';
import { EVERYTHING, visible } from './filter.ts';
import { read } from './reading.ts';
import { small } from './small.ts';
import { told } from './tell.ts';
import { ties } from './ties.ts';
import { words } from './words.ts';

const reading = read(small());
const heard = told(reading, links(reading.snapshot.scene), ties(reading, visible(reading, EVERYTHING)), words('en'));

describe('what is heard of the figure', () => {
  it('is of an actor its name, its kind and whom it is tied to', () => {
    expect(heard.get('ani')).toMatch(/^Ani, Person, 2 relations, with Arca, Budi$/);
  });

  it('is of an event what the eye has from shape and badges: type, status, who vouches, how sure the reading is', () => {
    expect(heard.get('met')).toBe('Event: Ani bertemu Budi, Met');
    expect(heard.get('hit')).toBe('Event: Arca menyerang (alleged), Attacked, according to Budi, Uncertain reading');
  });

  it('is of each line of an event whose part it is: no two lines are called the same', () => {
    expect(['1', '2', '3', '4'].map((edge) => heard.get(edge))).toEqual(['Who: Ani, bertemu', 'To whom: Budi, bertemu', 'Who: Arca, menyerang', 'According to: Budi, menyerang']);
    expect(heard.get('5')).toBeUndefined();
    expect(heard.get('leads')).toMatch(/^Ani .* Arca$/);
  });
});
