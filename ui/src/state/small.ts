// A small reading for tests: two people, a country inside a title, one meeting, one alleged attack. Nothing else uses it.
import type { Entity, Event, Ground, NodeGlyph, EdgeGlyph, Range, Snapshot } from '../bindings/wire.ts';

export const TEXT = 'PM Arca bertemu Budi\nPada Senin, Ani bertemu Budi. Menurut Budi, Arca menyerang pos.';

/** The first place where a word stands, from a given place on. */
export function at(word: string, from = 0): Range {
  const start = TEXT.indexOf(word, from);
  return { start, end: start + word.length };
}

const ground = (range: Range, sentence: number): Ground => ({ by: 'text', table: null, cites: [{ range, sentence, rule: 'test' }] });
const SENTENCES: Range[] = [at('PM Arca bertemu Budi'), at('Pada Senin, Ani bertemu Budi.'), at('Menurut Budi, Arca menyerang pos.')];
const sentence = (i: number): Range => SENTENCES[i] ?? { start: 0, end: 0 };

function entity(id: string, kind: string, name: string, mentions: [Range, number, 'name' | 'nominal' | 'pronoun'][]): Entity {
  return {
    id, kind, name, renamed: false, aliases: [], country: null, role: null, point: null, confidence: 1, ground: ground(sentence(0), 0),
    mentions: mentions.map(([range, index, sort]) => ({ range, kind: sort, sentence: index })),
  };
}

function event(id: string, code: string, label: string, trigger: Range, index: number, rest: Partial<Event>): Event {
  return {
    id, code, mode: null, quad: 'verbalCooperation', label, triggers: [trigger], roles: [], whenWords: null, whenDate: null, place: null, quantities: [],
    modality: 'actual', attributedTo: null, confidence: 0.9, ground: ground(sentence(index), index), ...rest,
  };
}

export function node(id: string, x: number, y: number, isEvent = false): NodeGlyph {
  return {
    id, event: isEvent, x, y, r: 10, marks: [], monogram: null, ring: '', opacity: 1, pinned: false,
    label: { lines: [], anchor: 'start', size: 12, weight: 500, color: 'ink', bounds: { x: 0, y: 0, w: 0, h: 0 }, shown: true },
  };
}

export function edge(id: string, claim: string, from: string, to: string, part: EdgeGlyph['part'], curve: EdgeGlyph['curve'] = [0, 0, 1, 0, 2, 0, 3, 0]): EdgeGlyph {
  return { id, claim, from, to, part, curve, stroke: { color: 'coop-mark', width: 1, dash: [], round: false }, heads: [], label: null, opacity: 1 };
}

/** The reading itself, fresh each time. */
export function small(): Snapshot {
  const second = at('Ani').start;
  return {
    revision: 1,
    shelf: [{ id: 'a', name: 'PM Arca' }],
    article: { id: 'a', name: 'PM Arca', title: sentence(0), text: TEXT, language: 'id', languageSet: false, published: null, publishedSet: false, source: null, sample: false },
    sentences: [...SENTENCES],
    entities: [
      entity('ani', 'person', 'Ani', [[at('PM Arca'), 0, 'nominal'], [at('Ani'), 1, 'name']]),
      entity('arca', 'country', 'Arca', [[at('Arca'), 0, 'name'], [at('Arca', second), 2, 'name']]),
      entity('budi', 'person', 'Budi', [[at('Budi'), 0, 'name'], [at('Budi', second), 1, 'name']]),
    ],
    events: [
      event('met', 'CONSULT', 'bertemu', at('bertemu', second), 1, {
        roles: [{ role: 'source', entity: 'ani' }, { role: 'target', entity: 'budi' }], whenWords: 'Senin', whenDate: '2025-08-25',
      }),
      event('hit', 'ASSAULT', 'menyerang', at('menyerang'), 2, {
        quad: 'materialConflict', roles: [{ role: 'source', entity: 'arca' }], attributedTo: 'budi', confidence: 0.4,
      }),
    ],
    relations: [{ id: 'leads', kind: 'leads', subject: 'ani', object: 'arca', confidence: 0.8, ground: ground(sentence(0), 0) }],
    notes: [{ note: 'undatedWords', range: at('Senin') }],
    layout: 'stress',
    focus: null,
    scene: {
      bounds: { x: 0, y: 0, w: 400, h: 300 },
      halos: [],
      guides: [],
      nodes: [node('ani', 100, 100), node('budi', 300, 100), node('arca', 100, 250), node('met', 200, 100, true), node('hit', 200, 250, true)],
      edges: [
        edge('1', 'met', 'ani', 'met', 'source'), edge('2', 'met', 'met', 'budi', 'target'), edge('3', 'hit', 'arca', 'hit', 'source'),
        edge('4', 'hit', 'budi', 'hit', 'attribution'), edge('5', 'leads', 'ani', 'arca', 'relation'),
      ],
      legend: { rows: [] },
    },
    touched: [],
    suggestions: [],
    rules: [],
    history: { undo: null, redo: null, unfit: [], steps: [], at: 0, trouble: null },
  };
}
