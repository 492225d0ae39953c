import { describe, expect, it } from 'vitest';
import { matches, spelled } from './action.ts';
import { ACTIONS } from './list.ts';

const press = (key: string, rest: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...rest }) as KeyboardEvent;
const meant = (event: KeyboardEvent) => ACTIONS.filter((action) => action.shortcuts.some((shortcut) => matches(shortcut, event))).map((action) => action.id);

describe('the actions', () => {
  it('have ids and shortcuts of their own', () => {
    const ids = ACTIONS.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = ACTIONS.flatMap((action) => action.shortcuts.map(spelled));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('all have a key, so that nothing needs a pointer', () => {
    expect(ACTIONS.filter((action) => action.shortcuts.length === 0).map((action) => action.id)).toEqual([]);
  });

  it('are each meant alone by their own keys', () => {
    for (const action of ACTIONS)
      for (const { key, ctrl = false, alt = false, shift = false } of action.shortcuts)
        expect([action.id, meant(press(key, { ctrlKey: ctrl, altKey: alt, shiftKey: shift }))]).toEqual([action.id, [action.id]]);
  });

  it('stand in the menu of commands for a node, a line and the ground', () => {
    for (const target of ['node', 'line', 'ground'] as const) expect(ACTIONS.filter((action) => action.menu?.includes(target)).length).toBeGreaterThan(2);
  });

  it('hear their keys and no others', () => {
    expect(meant(press('z', { ctrlKey: true }))).toEqual(['undo']);
    expect(meant(press('Z', { ctrlKey: true, shiftKey: true }))).toEqual(['redo']);
    expect(meant(press('f'))).toEqual(['fit']);
    expect(meant(press('f', { ctrlKey: true }))).toEqual(['find']);
    expect(meant(press('f', { altKey: true }))).toEqual([]);
    expect(meant(press('ArrowLeft', { altKey: true }))).toEqual(['back']);
    expect(meant(press('F3', { shiftKey: true }))).toEqual(['previousMention']);
  });

  it('do not mind which key of the layout gives a sign', () => {
    expect(meant(press('?', { shiftKey: true }))).toEqual(['shortcuts']);
    expect(meant(press('+', { shiftKey: true }))).toEqual(['zoomIn']);
    expect(meant(press('['))).toEqual(['previousEdge']);
  });
});
