// What a form of the reader comes to: the commands that make the difference between what is and what is wanted. Pure.
import type { ClaimPart, Command, Entity, Event, Modality, Range, Relation, Role, Snapshot, Suggestion, Touched } from '../bindings/wire.ts';
import type { Reading, Thing } from './reading.ts';

/** Codes of the wire, in the order of menus. */
export const KINDS = ['person', 'organization', 'group', 'country', 'place', 'facility', 'agreement', 'weapon', 'other_actor'];
export const TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE',
  'COERCE', 'ASSAULT', 'OTHER',
];
export const RELATIONS = [
  'leads', 'holds_office', 'member_of', 'located_in', 'part_of', 'represents', 'spokesperson_of', 'capital_of', 'ally_of', 'at_war_with', 'other',
];
export const STATUSES: Modality[] = ['actual', 'planned', 'hypothetical', 'calledFor', 'negated'];
export const ROLES: Role[] = ['source', 'target', 'participant'];

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

// ---- entities --------------------------------------------------------------------------------------------------------

export interface EntityForm {
  name: string;
  kind: string;
  /** Code, or empty. */
  country: string;
  office: string;
  /** One a line. */
  aliases: string;
}

export function entityForm(entity: Entity): EntityForm {
  return { name: entity.name, kind: entity.kind, country: entity.country?.code ?? '', office: entity.role ?? '', aliases: entity.aliases.join('\n') };
}

/** What has to be done for an entity to be as in the form. */
export function entityCommands(entity: Entity, form: EntityForm): Command[] {
  const node = entity.id;
  const commands: Command[] = [];
  if (form.name.trim() !== entity.name) commands.push({ command: 'rename', node, name: form.name.trim() });
  if (form.kind !== entity.kind) commands.push({ command: 'setKind', claim: node, kind: form.kind });
  if (form.country !== (entity.country?.code ?? '')) commands.push({ command: 'setCountry', node, country: given(form.country) });
  if (form.office.trim() !== (entity.role ?? '')) commands.push({ command: 'setOffice', node, office: given(form.office) });
  const wanted = new Set(form.aliases.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
  for (const alias of entity.aliases) if (!wanted.has(alias)) commands.push({ command: 'removeAlias', node, alias });
  for (const alias of wanted) if (!entity.aliases.includes(alias)) commands.push({ command: 'addAlias', node, alias });
  return commands;
}

// ---- events ----------------------------------------------------------------------------------------------------------

/** Somebody in a part; `was` is how the event has it, none for a row that is new. */
export interface PartRow {
  role: Role;
  /** Id, or empty for nobody. */
  entity: string;
  was: { role: Role; entity: string } | null;
}

export interface EventForm {
  label: string;
  kind: string;
  modality: Modality;
  /** Id, or empty for the writer. */
  by: string;
  date: string;
  place: string;
  parts: PartRow[];
}

export function eventForm(event: Event): EventForm {
  return {
    label: event.label, kind: event.code, modality: event.modality, by: event.attributedTo ?? '', date: event.whenDate ?? '', place: event.place ?? '',
    parts: event.roles.map(({ role, entity }) => ({ role, entity, was: { role, entity } })),
  };
}

/** What has to be done for an event to be as in the form. */
export function eventCommands(event: Event, form: EventForm): Command[] {
  const id = event.id;
  const commands: Command[] = [];
  const part = (role: ClaimPart, from: string | null, to: string | null): void => void commands.push({ command: 'setPart', claim: id, part: role, from, to });
  if (form.label.trim() !== event.label) commands.push({ command: 'rename', node: id, name: form.label.trim() });
  if (form.kind !== event.code) commands.push({ command: 'setKind', claim: id, kind: form.kind });
  if (form.modality !== event.modality) commands.push({ command: 'setModality', event: id, modality: form.modality });
  if (form.by !== (event.attributedTo ?? '')) commands.push({ command: 'setAttribution', event: id, by: given(form.by) });
  if (form.date.trim() !== (event.whenDate ?? '')) commands.push({ command: 'setDate', event: id, date: given(form.date) });
  if (form.place !== (event.place ?? '')) part('place', event.place, given(form.place));
  for (const { role, entity, was } of form.parts) {
    const to = given(entity);
    if (was === null) {
      if (to !== null) part(role, null, to);
    } else if (was.role !== role) {
      part(was.role, was.entity, null);
      if (to !== null) part(role, null, to);
    } else if (was.entity !== entity) part(role, was.entity, to);
  }
  return commands;
}

// ---- relations -------------------------------------------------------------------------------------------------------

export interface RelationForm {
  kind: string;
  subject: string;
  object: string;
}

/** What has to be done for a relation to be as in the form. */
export function relationCommands(relation: Relation, form: RelationForm): Command[] {
  const claim = relation.id;
  const commands: Command[] = [];
  if (form.kind !== relation.kind) commands.push({ command: 'setKind', claim, kind: form.kind });
  // Both ends at once, each for the other, is turning around: one end after the other would make it stand to itself.
  if (form.subject === relation.object && form.object === relation.subject) commands.push({ command: 'exchange', claim });
  else {
    if (form.subject !== relation.subject) commands.push({ command: 'setPart', claim, part: 'subject', from: relation.subject, to: form.subject });
    if (form.object !== relation.object) commands.push({ command: 'setPart', claim, part: 'object', from: relation.object, to: form.object });
  }
  return commands;
}

// ---- what is known about a thing -------------------------------------------------------------------------------------

/** Id of an entity, event or relation. */
export function idOf(found: Thing): string {
  return found.what === 'entity' ? found.entity.id : found.what === 'event' ? found.event.id : found.relation.id;
}

/** What the reader has said about it. */
export function touchedBy(snapshot: Snapshot, id: string): Touched | null {
  return snapshot.touched.find((one) => one.id === id) ?? null;
}

/** Two nodes to be compared; `reason` where the core proposes it. */
export interface Pair {
  into: string;
  from: string;
  reason: Suggestion['reason'] | null;
}

/** The other actors with which one might be merged: first those that the core proposes, then by name. None for a claim. */
export function mates(reading: Reading, id: string): { id: string; name: string }[] {
  if (!reading.entities.has(id)) return [];
  const proposed = new Set(reading.snapshot.suggestions.filter((one) => [one.into, one.from].includes(id)).flatMap((one) => [one.into, one.from]));
  return reading.snapshot.entities
    .filter((one) => one.id !== id)
    .map(({ id: other, name }) => ({ id: other, name }))
    .sort((a, b) => Number(proposed.has(b.id)) - Number(proposed.has(a.id)) || a.name.localeCompare(b.name));
}

/** The two that are selected, if they are of one sort, or else what the core proposes. */
export function pairsOf(reading: Reading, chosen: readonly string[]): Pair[] {
  const { suggestions } = reading.snapshot;
  const [into, from, third] = chosen;
  if (into === undefined || from === undefined || third !== undefined) return suggestions.map((one) => ({ into: one.into, from: one.from, reason: one.reason }));
  const alike = [reading.entities, reading.events].some((sort) => sort.has(into) && sort.has(from));
  const known = suggestions.find((one) => [one.into, one.from].includes(into) && [one.into, one.from].includes(from));
  return alike ? [{ into, from, reason: known?.reason ?? null }] : [];
}

/** The sentence that names a node: that of its first name or mention, or an event's first quote. */
export function naming(reading: Reading, id: string): Range | null {
  const event = reading.events.get(id);
  if (event) return event.ground.cites[0]?.range ?? null;
  const mentions = reading.entities.get(id)?.mentions ?? [];
  const first = mentions.find((mention) => mention.kind === 'name') ?? mentions[0];
  return first ? (reading.snapshot.sentences[first.sentence] ?? null) : null;
}

/** Sentences by number, those that speak of all of these first, then of some. */
export function sentencesAbout(reading: Reading, ids: readonly string[]): number[] {
  const count = (n: number): number =>
    ids.filter((id) => reading.entities.get(id)?.mentions.some((mention) => mention.sentence === n) ?? false).length;
  return reading.snapshot.sentences
    .map((_, n) => ({ n, count: count(n) }))
    .sort((a, b) => b.count - a.count || a.n - b.n)
    .map(({ n }) => n);
}

/** Where these words stand in a sentence, whatever their capitals; none if they do not. */
export function wordsIn(snapshot: Snapshot, sentence: Range, words: string): Range | null {
  const sought = words.trim();
  if (sought === '') return null;
  const at = snapshot.article.text.slice(sentence.start, sentence.end).toLowerCase().indexOf(sought.toLowerCase());
  return at < 0 ? null : { start: sentence.start + at, end: sentence.start + at + sought.length };
}
