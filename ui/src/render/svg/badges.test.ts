import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../bindings/wire.ts';
import { SURE } from '../../state/filter.ts';
import { badges, body, glyphBox } from './badges.ts';

const sample = JSON.parse(readFileSync(new URL('../../../../tests/contract/sample-id.json', import.meta.url), 'utf8')) as Snapshot;
const glyph = new Map(sample.scene.nodes.map((node) => [node.id, node]));

/** The right end of what a path with absolute coordinates or arcs draws: its largest first coordinate. */
const rightOf = (d: string): number => Math.max(...[...d.matchAll(/[MLHC ]?(-?\d*\.?\d+)[ ,](-?\d*\.?\d+)/g)].map((pair) => Number(pair[1])));

describe('the badges of an event', () => {
  it('are as many as it has statuses besides having happened', () => {
    const seen = new Set<number>();
    for (const event of sample.events) {
      const node = glyph.get(event.id);
      const wanted = Number(event.modality !== 'actual') + Number(event.attributedTo !== null) + Number(event.confidence < SURE);
      if (node) expect([event.label, badges(node)]).toEqual([event.label, wanted]);
      seen.add(wanted);
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });

  it('can be left out, and the shape of what has not happened stays', () => {
    for (const event of sample.events) {
      const node = glyph.get(event.id);
      if (!node) continue;
      const bare = body(node);
      expect(bare.length).toBeGreaterThan(0);
      expect(badges({ ...node, marks: bare })).toBe(0);
      if (badges(node) === 0) expect(bare).toEqual(node.marks);
    }
    const shapes = (modality: string): string[] => sample.events.filter((event) => event.modality === modality).flatMap((event) => { const node = glyph.get(event.id); return node ? [JSON.stringify(body(node))] : []; });
    expect(shapes('actual').length).toBeGreaterThan(0);
    for (const other of ['planned', 'hypothetical', 'negated']) for (const one of shapes(other)) expect(shapes('actual')).not.toContain(one);
  });

  it('lie within the box of the glyph, and in a list all boxes are alike', () => {
    for (const { id } of sample.events) {
      const node = glyph.get(id);
      if (!node) continue;
      const box = glyphBox(node, false);
      const ring = node.marks.filter((mark) => mark.stroke?.width === 1).at(-1);
      if (ring) expect(rightOf(ring.d)).toBeLessThanOrEqual(box.x + box.w);
      const lined = glyphBox(node, true);
      expect(lined.w).toBeGreaterThanOrEqual(box.w);
      expect(lined.w).toBe(glyphBox({ ...node, marks: [] }, true).w);
    }
  });
});
