import { describe, expect, it } from 'vitest';
import { look, type Scenery } from './looks.ts';
import { cutAt, paragraphs } from './pieces.ts';
import { at, small } from './small.ts';

const lines = paragraphs(small());
const quiet: Scenery = { marked: new Set(), chosen: new Set(), leads: null, place: null, shown: null, found: [], sought: null, flash: null };
const looks = (scenery: Partial<Scenery>, all = lines) => all.flatMap((line) => look(line, { ...quiet, ...scenery }).looks);

describe('a piece of the text', () => {
  it('belongs to the innermost name, unless an outer one is selected', () => {
    const arca = (scenery: Partial<Scenery>) => looks(scenery).find((one) => one.text === 'Arca');
    expect(arca({})?.entity).toBe('arca');
    const outer = arca({ marked: new Set(['ani']), chosen: new Set(['ani']), leads: 'entity', place: at('PM Arca') });
    expect(outer).toMatchObject({ entity: 'ani', current: true });
    expect(outer?.names.split(' ')).toEqual(expect.arrayContaining(['on', 'cur', 'from']));
  });

  it('says when what it names is filtered away', () => {
    expect(looks({ shown: (id) => id !== 'budi' }).filter((one) => one.names.includes('off')).every((one) => one.entity === 'budi')).toBe(true);
  });

  it('of a found place knows whether the place begins or ends with it', () => {
    const place = at('bertemu Budi');
    const found = looks({ found: [place], sought: place }, lines.map((line) => cutAt(line, [place]))).filter((one) => one.hit);
    expect(found.length).toBeGreaterThan(1);
    expect(found.map((one) => [one.hit, one.first, one.last])).toEqual(found.map((_, i) => ['here', i === 0, i === found.length - 1]));
  });

  it('is quoted while a claim leads, and never while an entity does', () => {
    const place = at('Pada Senin, Ani bertemu Budi.');
    expect(looks({ leads: 'claim', place }).filter((one) => one.quoted).map((one) => one.text).join('')).toBe('Pada Senin, Ani bertemu Budi.');
    expect(looks({ leads: 'entity', place }).some((one) => one.quoted)).toBe(false);
  });
});
