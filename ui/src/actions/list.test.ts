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
