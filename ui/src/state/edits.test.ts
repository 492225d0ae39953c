import { describe, expect, it } from 'vitest';
import { entityCommands, entityForm, eventCommands, eventForm, mates, naming, pairsOf, relationCommands, sentencesAbout, wordsIn } from './edits.ts';
import { read } from './reading.ts';
import { small, TEXT } from './small.ts';

const reading = read(small());
const ani = reading.entities.get('ani')!;
const met = reading.events.get('met')!;
const leads = reading.relations.get('leads')!;

describe('a form', () => {
  it('that was not touched comes to nothing', () => {
    expect(entityCommands(ani, entityForm(ani))).toEqual([]);
    expect(eventCommands(met, eventForm(met))).toEqual([]);
    expect(relationCommands(leads, leads)).toEqual([]);
  });

  it('of an entity comes to one command for each thing that differs', () => {
    const aliased = { ...ani, aliases: ['A.', 'Bu Ani'] };
    const form = { ...entityForm(aliased), kind: 'group', country: 'IDN', office: ' ketua ', aliases: 'Bu Ani\nIbu Ani' };
    expect(entityCommands(aliased, form)).toEqual([
      { command: 'setKind', claim: 'ani', kind: 'group' },
      { command: 'setCountry', node: 'ani', country: 'IDN' },
      { command: 'setOffice', node: 'ani', office: 'ketua' },
      { command: 'removeAlias', node: 'ani', alias: 'A.' },
      { command: 'addAlias', node: 'ani', alias: 'Ibu Ani' },
    ]);
  });

  it('of an event moves, gives and takes parts', () => {
    const form = eventForm(met);
    const [source, target] = form.parts;
    const parts = [{ ...source!, entity: 'arca' }, { ...target!, role: 'participant' as const }, { role: 'target' as const, entity: 'ani', was: null }];
    expect(eventCommands(met, { ...form, date: '', by: 'budi', parts })).toEqual([
      { command: 'setAttribution', event: 'met', by: 'budi' },
      { command: 'setDate', event: 'met', date: null },
      { command: 'setPart', claim: 'met', part: 'source', from: 'ani', to: 'arca' },
      { command: 'setPart', claim: 'met', part: 'target', from: 'budi', to: null },
      { command: 'setPart', claim: 'met', part: 'participant', from: null, to: 'budi' },
      { command: 'setPart', claim: 'met', part: 'target', from: null, to: 'ani' },
    ]);
  });

  it('of a relation that has its ends exchanged turns it around in one step', () => {
    expect(relationCommands(leads, { kind: 'leads', subject: 'arca', object: 'ani' })).toEqual([{ command: 'exchange', claim: 'leads' }]);
    expect(relationCommands(leads, { kind: 'other', subject: 'budi', object: 'arca' })).toEqual([
      { command: 'setKind', claim: 'leads', kind: 'other' },
      { command: 'setPart', claim: 'leads', part: 'subject', from: 'ani', to: 'budi' },
    ]);
  });
});

describe('two nodes to be compared', () => {
  it('are those selected, if they are of one sort, else those proposed', () => {
    const proposed = { into: 'ani', from: 'budi', reason: 'spelling' as const, quotes: [{ start: 0, end: 1 }, { start: 0, end: 1 }] as [never, never] };
    const with_ = read({ ...small(), suggestions: [proposed] });
    expect(pairsOf(with_, [])).toEqual([{ into: 'ani', from: 'budi', reason: 'spelling' }]);
    expect(pairsOf(with_, ['budi', 'ani'])).toEqual([{ into: 'budi', from: 'ani', reason: 'spelling' }]);
    expect(pairsOf(with_, ['met', 'hit'])).toEqual([{ into: 'met', from: 'hit', reason: null }]);
    expect(pairsOf(with_, ['ani', 'met'])).toEqual([]);
  });

  it('are shown by the sentence that names them', () => {
    const quote = naming(reading, 'ani')!;
    expect(TEXT.slice(quote.start, quote.end)).toBe('Pada Senin, Ani bertemu Budi.');
  });
});

describe('a sentence to be pointed at', () => {
  it('comes first if it speaks of both', () => {
    expect(sentencesAbout(reading, ['arca', 'budi'])[0]).toBe(0);
    expect(sentencesAbout(reading, ['ani', 'budi']).slice(0, 2)).toEqual([0, 1]);
  });

  it('has the words that are meant, whatever their capitals, or has not', () => {
    const { snapshot } = reading;
    const found = wordsIn(snapshot, snapshot.sentences[1]!, ' BERTEMU ')!;
    expect(TEXT.slice(found.start, found.end)).toBe('bertemu');
    expect(wordsIn(snapshot, snapshot.sentences[1]!, 'menyerang')).toBeNull();
  });
});

describe('with whom one may be merged', () => {
  it('are all other actors, those that are proposed first', () => {
    const names = reading.snapshot.entities.filter((one) => one.id !== 'ani').map((one) => one.name).sort();
    expect(mates(reading, 'ani').map((one) => one.name)).toEqual(names);
    const last = reading.snapshot.entities.find((one) => one.name === names.at(-1))!;
    const proposing = read({ ...reading.snapshot, suggestions: [{ into: last.id, from: 'ani', reason: 'spelling', quotes: [{ start: 0, end: 1 }, { start: 0, end: 1 }] }] });
    expect(mates(proposing, 'ani')[0]?.id).toBe(last.id);
    expect(mates(reading, 'met')).toEqual([]);
  });
});
