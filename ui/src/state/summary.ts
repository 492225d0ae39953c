// The numbers of the inspector when nothing is selected. Pure.
import type { Entity, LegendItem, Snapshot } from '../bindings/wire.ts';
import { statuses, SURE, type Status } from './filter.ts';

/** Events of one tone. */
export type Tone = 'materialCooperation' | 'verbalCooperation' | 'none' | 'verbalConflict' | 'materialConflict';

const TONES: Tone[] = ['materialCooperation', 'verbalCooperation', 'none', 'verbalConflict', 'materialConflict'];

export interface Summary {
  entities: number;
  events: number;
  relations: number;
  /** The most mentioned, most first. */
  ranking: { entity: Entity; mentions: number; share: number }[];
  tones: { tone: Tone; count: number }[];
  cooperation: number;
  conflict: number;
  other: number;
  /** Statuses that occur, without `actual`, each with its row of the legend; `unsure` last. */
  statuses: { status: Status | 'unsure'; count: number; drawn: LegendItem | null }[];
}

/** Counts a snapshot. */
export function summarise(snapshot: Snapshot, rows: number): Summary {
  const { entities, events, relations } = snapshot;
  const signs = snapshot.scene.legend.rows.flatMap((row) => row.items);
  const ranked = entities
    .map((entity) => ({ entity, mentions: entity.mentions.length }))
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, rows);
  const most = ranked[0]?.mentions ?? 1;
  const tones = TONES.map((tone) => ({ tone, count: events.filter((event) => (event.quad ?? 'none') === tone).length }));
  const count = (...wanted: Tone[]): number =>
    tones.filter(({ tone }) => wanted.includes(tone)).reduce((sum, entry) => sum + entry.count, 0);
  const found = (['attributed', 'planned', 'hypothetical', 'calledFor', 'negated', 'unsure'] as const).flatMap((status) => {
    const n = events.filter((event) => (status === 'unsure' ? event.confidence < SURE : statuses(event).includes(status))).length;
    return n > 0 ? [{ status, count: n, drawn: signs.find((item) => item.codes.includes(status)) ?? null }] : [];
  });
  return {
    entities: entities.length,
    events: events.length,
    relations: relations.length,
    ranking: ranked.map((row) => ({ ...row, share: row.mentions / most })),
    tones: tones.filter((entry) => entry.count > 0),
    cooperation: count('materialCooperation', 'verbalCooperation'),
    conflict: count('verbalConflict', 'materialConflict'),
    other: count('none'),
    statuses: found,
  };
}
