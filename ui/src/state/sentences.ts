// What the window says about an event, a relation or a note in plain words. Pure.
import type { Done, Entity, Event, Relation, Snapshot } from '../bindings/wire.ts';
import { spell } from './dates.ts';
import { SURE } from './filter.ts';
import { fillers, type Reading, type Thing } from './reading.ts';
import type { Step } from './ties.ts';
import type { Words } from './words.ts';

/** The status word that goes in brackets after a verb, as in the figure; empty where there is none. */
export function bracket(event: Event, t: Words): string {
  if (event.modality !== 'actual') return `(${t(`status.short.${event.modality}`)})`;
  const conflict = event.quad === 'verbalConflict' || event.quad === 'materialConflict';
  return event.attributedTo !== null && conflict ? `(${t('status.short.alleged')})` : '';
}

/** "Mark Carney bertemu Volodymyr Zelenskyy". */
export function eventLine(reading: Reading, event: Event, t: Words): string {
  const names = (role: 'source' | 'target'): string => fillers(reading, event, role).map((entity) => entity.name).join(', ');
  return [names('source'), event.label, bracket(event, t), names('target')].filter((part) => part !== '').join(' ');
}

/** "Mark Carney memimpin Kanada". */
export function relationLine(reading: Reading, relation: Relation, t: Words): string {
  const name = (id: string): string => reading.entities.get(id)?.name ?? '';
  return `${name(relation.subject)} ${t.code('relation', relation.kind)} ${name(relation.object)}`.trim();
}

/** What a claim says, whichever it is. */
export function claimLine(reading: Reading, claim: string, t: Words): string {
  const event = reading.events.get(claim);
  if (event) return eventLine(reading, event, t);
  const relation = reading.relations.get(claim);
  return relation ? relationLine(reading, relation, t) : '';
}

/** A way from one entity to another, for the ear: the first claim of each step. */
export function wayLine(reading: Reading, way: readonly Step[], t: Words): string {
  return way.map((step) => claimLine(reading, step.claims[0] ?? '', t)).join('; ');
}

/** The name of whatever is selected. */
export function nameOf(reading: Reading, found: Thing, t: Words): string {
  if (found.what === 'entity') return found.entity.name;
  if (found.what === 'event') return eventLine(reading, found.event, t);
  return relationLine(reading, found.relation, t);
}

/** When it happened: the article's words and what they come to. */
export function when(event: Event, t: Words): string {
  const date = event.whenDate === null ? null : spell(event.whenDate, t.language);
  if (event.whenWords !== null && date !== null) return t('when.both', { words: event.whenWords, date });
  if (event.whenWords !== null) return t('when.words', { words: event.whenWords });
  return date ?? t('when.none');
}

/** How sure the reading is. */
export function certainty(confidence: number, t: Words): string {
  return t(confidence < SURE ? 'certainty.unsure' : 'certainty.sure', { n: Math.round(confidence * 100) });
}

/** How far a claim or node can be relied on: the reader's word goes before the machine's number. */
export function assurance(snapshot: Snapshot, one: Entity | Event | Relation, t: Words): string {
  const mark = snapshot.touched.find((touched) => touched.id === one.id)?.mark;
  if (mark) return t(mark === 'checked' ? 'mark.checked' : 'mark.doubtful');
  return one.ground.by === 'reader' ? t('ground.reader') : certainty(one.confidence, t);
}

/** By whom a claim is made. */
export function ground(claim: Event | Relation, t: Words): string {
  return t(`ground.${claim.ground.by}`, { table: claim.ground.table ?? '' });
}

/** What a command did, for undo, redo and the history. */
export function done(entry: Done, t: Words): string {
  // Setting something to nothing is told in other words.
  const bare = entry.value === null;
  const key = bare && BARE.has(entry.command) ? `done.${entry.command}.none` : `done.${entry.command}`;
  return t(key as Parameters<Words>[0], { subject: entry.subject ?? '', object: entry.object ?? '', value: valueOf(entry, t) }).trim();
}

/** Commands that can set something to nothing. */
const BARE = new Set(['setCountry', 'setOffice', 'setDate', 'annotate', 'setMark']);

/** What was set, in the reader's words. */
function valueOf({ command, value }: Done, t: Words): string {
  if (value === null) return '';
  switch (command) {
    case 'setKind':
    case 'addNode':
    case 'addEvent':
    case 'addRelation':
      return (['kind', 'plover', 'relation'] as const).map((family) => t.code(family, value)).find((word) => word !== value) ?? value;
    case 'setModality':
      return t.code('status', value);
    case 'setMark':
      return t(value === 'checked' ? 'mark.checked' : 'mark.doubtful');
    case 'setPart':
      return t(`role.${value}` as Parameters<Words>[0]);
    case 'setLayout':
      return t(`layoutName.${value}` as Parameters<Words>[0]);
    case 'setDate':
      return spell(value, t.language);
    default:
      return value;
  }
}

/** The notes of a reading, one sentence each; notes of the same sort about words are told once, with their number. */
export function notes(reading: Reading, t: Words): string[] {
  const { snapshot } = reading;
  const quoted = (sort: 'undatedWords' | 'ambiguous'): string[] => {
    const found = snapshot.notes.flatMap((note) => (note.note === sort ? [note.range] : []));
    const [first] = found;
    if (!first) return [];
    return [t.count(`note.${sort}`, found.length, { words: snapshot.article.text.slice(first.start, first.end) })];
  };
  const plain = snapshot.notes.flatMap((note): string[] => {
    switch (note.note) {
      case 'undatedWords':
      case 'ambiguous':
        return [];
      case 'countryCandidate': {
        const name = reading.entities.get(note.entity)?.name;
        return name ? [t('note.countryCandidate', { name, country: note.country.name, table: note.table })] : [];
      }
      default:
        return [t(`note.${note.note}`)];
    }
  });
  return [...plain, ...quoted('undatedWords'), ...quoted('ambiguous')];
}

/** "Artikel contoh" or the publisher; what stands over the text and in an export's source line. */
export function sourceName(article: Snapshot['article'], t: Words): string {
  return article.source ?? (article.sample ? t('article.sample') : t('article.pasted'));
}

/** A quote with its citation, for the clipboard. */
export function citation(snapshot: Snapshot, range: { start: number; end: number }, t: Words): string {
  const { article } = snapshot;
  const quote = article.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
  const title = article.title ? article.text.slice(article.title.start, article.title.end).trim() : article.name;
  const parts = [sourceName(article, t), title];
  if (article.published !== null) parts.push(spell(article.published, t.language));
  return `“${quote}” (${parts.join(', ')})`;
}
