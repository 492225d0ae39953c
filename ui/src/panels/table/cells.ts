// What can be changed in a cell of the table: which field it is of the reader's forms, what may be chosen, what a new
// value comes to as commands. Pure.
import type { Command, Country } from '../../bindings/wire.ts';
import { isDate } from '../../state/dates.ts';
import { entityCommands, entityForm, eventCommands, eventForm, KINDS, relationCommands, RELATIONS, STATUSES, TYPES, type EntityForm, type EventForm } from '../../state/edits.ts';
import type { Reading } from '../../state/reading.ts';
import type { Words } from '../../state/words.ts';
import type { Sheet } from './rows.ts';

/** A field as it stands: words to be written, or one of a few. */
export interface Field {
  value: string;
  /** None where words are written. */
  options: { value: string; text: string }[] | null;
}

const ENTITY: Record<string, keyof EntityForm> = { name: 'name', kind: 'kind', country: 'country', role: 'office' };
const EVENT: Record<string, Exclude<keyof EventForm, 'parts'>> = { what: 'label', type: 'kind', status: 'modality', voice: 'by', when: 'date', place: 'place' };

/** Whether the cells of a column can be changed. */
export function changes(sheet: Sheet, column: string): boolean {
  return column in { entities: ENTITY, events: EVENT, relations: { relation: 'kind' } }[sheet];
}

/** What a cell holds and may hold; none where it cannot be changed. */
export function field(reading: Reading, sheet: Sheet, id: string, column: string, t: Words, countries: readonly Country[]): Field | null {
  const none = { value: '', text: t('edit.none') };
  const named = (family: 'kind' | 'plover' | 'status' | 'relation', codes: readonly string[]): Field['options'] => codes.map((code) => ({ value: code, text: t.code(family, code) }));
  const everyone = reading.snapshot.entities.map((entity) => ({ value: entity.id, text: entity.name }));
  const [entity, event, relation] = [reading.entities.get(id), reading.events.get(id), reading.relations.get(id)];
  if (!changes(sheet, column)) return null;
  if (relation) return { value: relation.kind, options: named('relation', RELATIONS) };
  if (entity) {
    const key = ENTITY[column] ?? 'name';
    const own = entity.country && !countries.some(({ code }) => code === entity.country?.code) ? [entity.country] : [];
    const options = { kind: named('kind', KINDS), country: [none, ...[...own, ...countries].map(({ code, name }) => ({ value: code, text: name }))] }[column] ?? null;
    return { value: entityForm(entity)[key], options };
  }
  if (!event) return null;
  const form = eventForm(event);
  // The voucher may be somebody whose node was deleted.
  const gone = form.by !== '' && !reading.entities.has(form.by) ? [{ value: form.by, text: t('status.accordingOther') }] : [];
  const options = {
    type: named('plover', TYPES), status: named('status', STATUSES), voice: [{ value: '', text: t('edit.writer') }, ...everyone, ...gone],
    place: [none, ...everyone.filter(({ value }) => ['country', 'place', 'facility'].includes(reading.entities.get(value)?.kind ?? '') || value === form.place)],
  }[column] ?? null;
  return { value: form[EVENT[column] ?? 'label'], options };
}

/** What has to be done for a cell to hold a value: nothing where it does, or where the value cannot be. */
export function changed(reading: Reading, sheet: Sheet, id: string, column: string, value: string): Command[] {
  const [entity, event, relation] = [reading.entities.get(id), reading.events.get(id), reading.relations.get(id)];
  const bare = value.trim() === '';
  if (!changes(sheet, column) || (bare && ['name', 'what'].includes(column)) || (column === 'when' && !bare && !isDate(value.trim()))) return [];
  if (entity) return entityCommands(entity, { ...entityForm(entity), [ENTITY[column] ?? 'name']: value });
  if (event) return eventCommands(event, { ...eventForm(event), [EVENT[column] ?? 'label']: value });
  return relation ? relationCommands(relation, { kind: value, subject: relation.subject, object: relation.object }) : [];
}
