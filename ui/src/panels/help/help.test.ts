import { describe, expect, it } from 'vitest';
import { keyed } from '../../actions/keyed.ts';
import { undo } from '../../actions/undo.ts';
import { spelled } from '../../actions/action.ts';
import en from '../../locale/en.json';
import id from '../../locale/id.json';
import { words, type Key } from '../../state/words.ts';
import { lines, SECTIONS } from './lines.ts';
import marks from './marks.json';

const holes = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const all = SECTIONS.flatMap(lines);

describe('the help', () => {
  it('shows every sentence that is written for it', () => {
    const written = Object.keys(id).filter((key) => /^help\.\w+\.\d+$/.test(key));
    expect([...all].sort()).toEqual(written.sort());
  });

  it('names the same keys in both languages, each of which there is', () => {
    for (const line of all) {
      expect([line, holes(id[line])]).toEqual([line, holes(en[line])]);
      for (const language of ['id', 'en'] as const)
        for (const piece of keyed(words(language)(line), words(language)))
          if (piece.key) expect([line, piece.text]).not.toEqual([line, expect.stringMatching(/^\{/)]);
    }
  });

  it('takes its keys from the actions', () => {
    const [before, key, after] = keyed('Press {undo} now', words('en'));
    expect([before?.text, key, after?.text]).toEqual(['Press ', { text: spelled(undo.shortcuts[0] ?? { key: '' }), key: true }, ' now']);
    expect(keyed('{noSuchThing}', words('en'))[1]?.text).toBe('{noSuchThing}');
  });

  it('explains every status that has a mark', () => {
    for (const legend of [marks.id, marks.en])
      for (const item of legend.rows[2]?.items ?? []) expect(`help.status.${item.codes[0]}` as Key in id, item.text).toBe(true);
  });
});
