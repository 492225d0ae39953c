import { describe, expect, it } from 'vitest';
import { passages, read, seenFrom, thing } from './reading.ts';
import { at, small } from './small.ts';

const reading = read(small());
const entity = (id: string) => {
  const found = reading.entities.get(id);
  if (!found) throw new Error(id);
  return found;
};

describe('a reading', () => {
  it('knows what an id names', () => {
    expect(['ani', 'met', 'leads', 'nobody', null].map((id) => thing(reading, id)?.what ?? null)).toEqual(['entity', 'event', 'relation', null, null]);
  });

  it('knows who takes part in what, and who only vouches', () => {
    expect(reading.parts.get('budi')?.map((part) => [part.event.id, part.parts])).toEqual([['met', ['target']], ['hit', ['attribution']]]);
  });

  it('sees an event from either side', () => {
    const seen = (id: string) => {
      const part = reading.parts.get(id)?.[0];
      return part ? seenFrom(reading, part, id) : null;
    };
    expect([seen('ani')?.direction, seen('ani')?.others[0]?.id]).toEqual(['to', 'budi']);
    expect([seen('budi')?.direction, seen('budi')?.others[0]?.id]).toEqual(['from', 'ani']);
  });

  it('sees a joint act without target as with one another', () => {
    const snapshot = small();
    snapshot.events = snapshot.events.map((event) => ({ ...event, roles: [{ role: 'source', entity: 'ani' }, { role: 'source', entity: 'budi' }] }));
    const joint = read(snapshot);
    const part = joint.parts.get('ani')?.[0];
    expect(part && seenFrom(joint, part, 'ani').direction).toBe('with');
  });

  it('quotes each sentence once, with its mentions, its triggers and its date', () => {
    const said = passages(reading, entity('budi'));
    expect(said.map((passage) => [passage.sentence, passage.date])).toEqual([[0, null], [1, '2025-08-25']]);
    expect(said[1]?.triggers).toEqual([at('bertemu', at('Ani').start)]);
  });

  it('does without someone who was deleted', () => {
    const snapshot = small();
    snapshot.entities = snapshot.entities.filter((one) => one.id !== 'budi');
    const left = read(snapshot);
    const part = left.parts.get('ani')?.[0];
    expect(part && seenFrom(left, part, 'ani')).toEqual({ direction: 'none', others: [] });
  });
});
