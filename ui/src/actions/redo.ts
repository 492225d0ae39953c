// Does the edit again that was taken back last.
import { done } from '../state/sentences.ts';
import type { Action } from './action.ts';

export const redo: Action = {
  id: 'redo',
  label: 'action.redo',
  group: 'edit',
  shortcuts: [{ key: 'z', ctrl: true, shift: true }, { key: 'y', ctrl: true }],
  telling: (session, t) => {
    const entry = session.reading?.snapshot.history.redo;
    return entry ? t('redo.named', { what: done(entry, t) }) : t('action.redo');
  },
  enabled: (session) => session.reading?.snapshot.history.redo != null,
  perform: (session) => void session.redo(),
};
