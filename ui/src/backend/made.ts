// A made-up reading of any size for tests and measurements: the same each time, in sentences of one pattern. It is laid
// out on rings without a thought for beauty. The shipped build does not contain it.
import type { EdgeGlyph, Entity, Event, Label, Mark, NodeGlyph, Range, Relation, Snapshot } from '../bindings/wire.ts';

const KINDS = ['person', 'organization', 'group', 'country', 'place', 'facility'] as const;
const COLOURS = { person: 'person', organization: 'group', group: 'group', country: 'place', place: 'place', facility: 'place' } as const;
const TYPES = [
  { code: 'CONSULT', quad: 'verbalCooperation', verb: 'menemui' },
  { code: 'AID', quad: 'materialCooperation', verb: 'membantu' },
  { code: 'ACCUSE', quad: 'verbalConflict', verb: 'menuduh' },
  { code: 'ASSAULT', quad: 'materialConflict', verb: 'menyerang' },
] as const;
const MODALITIES = ['actual', 'actual', 'actual', 'planned', 'negated'] as const;
const SYLLABLES = ['ba', 'ru', 'ti', 'no', 'sa', 'ge', 'la', 'mi', 'do', 'ku'];

/** A reading with so many nodes, actors and events together, and about one and a half times as many edges. */
export function made(nodes: number, language: 'id' | 'en'): Snapshot {
  const actors = Math.max(2, Math.round(nodes * 0.6));
  const happenings = Math.max(1, nodes - actors);
  const roll = rolls(nodes);
  const names = Array.from({ length: actors }, (_, i) => name(i));

  let text = `Artikel buatan dengan ${nodes} simpul.\n`;
  const title: Range = { start: 0, end: text.length - 1 };
  const sentences: Range[] = [title];
  const mentions: Entity['mentions'][] = names.map(() => []);
  const events: Event[] = [];
  /** Writes a sentence about two actors and answers with where it, and its verb, stand. */
  const write = (a: number, verb: string, b: number): { range: Range; trigger: Range; sentence: number } => {
    const start = text.length;
    const sentence = sentences.length;
    const place = (i: number): void => {
      const at = text.length;
      text += names[i] ?? '';
      mentions[i]?.push({ range: { start: at, end: text.length }, kind: 'name', sentence });
    };
    place(a);
    text += ' ';
    const trigger = { start: text.length, end: text.length + verb.length };
    text += `${verb} `;
    place(b);
    text += '.';
    const range = { start, end: text.length };
    sentences.push(range);
    text += sentence % 5 === 0 ? '\n' : ' ';
    return { range, trigger, sentence };
  };
  const cite = (range: Range, sentence: number): Event['ground'] => ({ by: 'text', table: null, cites: [{ range, sentence, rule: 'made' }] });
  /** Few have many neighbours, many have few. */
  const somebody = (): number => Math.floor(roll() * roll() * actors);

  for (let i = 0; i < happenings; i += 1) {
    const type = TYPES[Math.floor(roll() * TYPES.length)] ?? TYPES[0];
    const a = i < actors ? i : somebody();
    const b = (a + 1 + somebody()) % actors;
    const { range, trigger, sentence } = write(a, type.verb, b);
    events.push({
      id: `v${i}`, code: type.code, mode: null, quad: type.quad, label: type.verb, triggers: [trigger],
      roles: [{ role: 'source', entity: `n${a}` }, { role: 'target', entity: `n${b}` }],
      quantities: [], whenWords: null, whenDate: i % 3 === 0 ? null : `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      place: null, modality: MODALITIES[i % MODALITIES.length] ?? 'actual', attributedTo: i % 7 === 3 ? `n${somebody()}` : null,
      confidence: i % 9 === 4 ? 0.4 : 0.6 + (i % 4) / 10, ground: cite(range, sentence),
    });
  }
  const relations: Relation[] = [];
  for (let i = happenings; i < actors; i += 1) {
    const { range, sentence } = write(i, 'anggota', somebody());
    const object = mentions.findIndex((list) => list.at(-1)?.sentence === sentence && list !== mentions[i]);
    if (object >= 0) relations.push({ id: `r${i}`, kind: 'member_of', subject: `n${i}`, object: `n${object}`, confidence: 0.9, ground: cite(range, sentence) });
  }
  const entities = names.map((called, i): Entity => ({
    id: `n${i}`, kind: KINDS[i % KINDS.length] ?? 'person', name: called, renamed: false, aliases: [],
    country: i % KINDS.length === 3 ? { code: `X${i % 26}`, name: called } : null, role: null, point: null, mentions: mentions[i] ?? [], confidence: 1,
    ground: cite(sentences[mentions[i]?.[0]?.sentence ?? 0] ?? title, mentions[i]?.[0]?.sentence ?? 0),
  }));
  return {
    revision: 1, shelf: [{ id: 'made', name: `${nodes}` }],
    article: { id: 'made', name: `${nodes} simpul`, title, text, language: 'id', languageSet: false, published: '2025-08-25', publishedSet: false, source: null, sample: false },
    sentences, entities, events, relations, notes: [], layout: 'stress', focus: null, scene: scene(entities, events, relations, language), touched: [], suggestions: [], rules: [], history: { undo: null, redo: null, unfit: [], steps: [], at: 0, trouble: null },
  };
}

/** A name of its own for every number: "Baru Tino". */
function name(i: number): string {
  const part = (n: number): string => {
    const word = `${SYLLABLES[n % 10]}${SYLLABLES[Math.floor(n / 10) % 10]}`;
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return i < 100 ? part(i) : `${part(i % 100)} ${part(Math.floor(i / 100))}`;
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator with the constants of Numerical Recipes). */
function rolls(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function scene(entities: Entity[], events: Event[], relations: Relation[], language: 'id' | 'en'): Snapshot['scene'] {
  const all = [...entities, ...events].length;
  // Points of a sunflower: evenly spread, nobody on another.
  const spread = 26;
  const at = (i: number): [number, number] => {
    const [far, turn] = [spread * Math.sqrt(i + 0.5), i * 2.399963];
    return [Math.round(far * Math.cos(turn) * 1.35 * 100) / 100, Math.round(far * Math.sin(turn) * 100) / 100];
  };
  const half = spread * Math.sqrt(all) + 40;
  const square = (r: number): string => `M${-r} ${-r}H${r}V${r}H${-r}Z`;
  const mark = (r: number, fill: string, edge: string | null): Mark[] => [
    { d: square(r), fill: 'canvas', stroke: null },
    { d: square(r), fill, stroke: edge === null ? null : { color: edge, width: 1.3, dash: [], round: false } },
  ];
  const label = (text: string, r: number, shown: boolean, color: string): Label => ({
    lines: [{ text, x: 0, y: r + 12 }], anchor: 'middle', size: 11, weight: 500, color, bounds: { x: -text.length * 3, y: r + 2, w: text.length * 6, h: 13 }, shown,
  });
  const nodes = [...entities, ...events].map((one, i): NodeGlyph => {
    const [x, y] = at(i);
    const event = 'triggers' in one;
    const r = event ? 6.5 : i < 20 ? 15 : 11;
    const fill = event ? 'event-mark' : `${COLOURS[one.kind as keyof typeof COLOURS]}-mark`;
    return {
      id: one.id, event, x, y, r, marks: mark(r * 0.8, fill, event ? 'event-edge' : null), monogram: null, ring: square(r + 4), opacity: 1, pinned: false,
      label: label(event ? one.label : one.name, r, i < all * 0.6, 'ink-2'),
    };
  });
  const place = new Map(nodes.map((node) => [node.id, node]));
  const edge = (id: string, claim: string, from: string, to: string, part: EdgeGlyph['part'], color: string): EdgeGlyph => {
    const [a, b] = [place.get(from), place.get(to)];
    const [ax, ay, bx, by] = [a?.x ?? 0, a?.y ?? 0, b?.x ?? 0, b?.y ?? 0];
    const third = (share: number): [number, number] => [ax + (bx - ax) * share, ay + (by - ay) * share];
    return { id, claim, from, to, part, curve: [ax, ay, ...third(1 / 3), ...third(2 / 3), bx, by], stroke: { color, width: 1.35, dash: part === 'attribution' ? [1, 4.5] : [], round: false }, heads: [], label: null, opacity: 1 };
  };
  const edges = [
    ...events.flatMap((event, i) => [
      ...event.roles.map((filler, k) => {
        const color = event.quad?.endsWith('Conflict') ? 'conf-mark' : 'coop-mark';
        return filler.role === 'source' ? edge(`e${i}.${k}`, event.id, filler.entity, event.id, 'source', color) : edge(`e${i}.${k}`, event.id, event.id, filler.entity, 'target', color);
      }),
      ...(event.attributedTo === null ? [] : [edge(`e${i}.a`, event.id, event.attributedTo, event.id, 'attribution', 'minor-mark')]),
    ]),
    ...relations.map((relation) => edge(relation.id, relation.id, relation.subject, relation.object, 'relation', 'rel-mark')),
  ];
  const row = (title: string, items: [string, string][]): Snapshot['scene']['legend']['rows'][number] => ({
    title, items: items.map(([code, text]) => ({ marks: mark(5, 'ink-3', null), width: 16, text, codes: [code] })),
  });
  const say = (id: string, en: string): string => (language === 'id' ? id : en);
  return {
    bounds: { x: -half * 1.35, y: -half, w: half * 2.7, h: half * 2 }, halos: [], guides: [], edges, nodes,
    legend: { rows: [row(say('Simpul', 'Nodes'), [['person', say('Tokoh', 'Person')], ['event', say('Peristiwa', 'Event')]]), row(say('Garis', 'Lines'), [['relation', say('Hubungan tetap', 'Standing relation')], ['minor', say('Penutur', 'Speaker')]]), row(say('Status', 'Status'), [['planned', say('Rencana', 'Planned')]])] },
  };
}
