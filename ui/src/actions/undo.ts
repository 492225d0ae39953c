// Takes back the last edit.
import { done } from '../state/sentences.ts';
import type { Action } from './action.ts';

export const undo: Action = {
  id: 'undo',
  label: 'action.undo',
  group: 'edit',
  shortcuts: [{ key: 'z', ctrl: true }],
  telling: (session, t) => {
    const entry = session.reading?.snapshot.history.undo;
    return entry ? t('undo.named', { what: done(entry, t) }) : t('action.undo');
  },
  enabled: (session) => session.reading?.snapshot.history.undo != null,
  perform: (session) => void session.undo(),
};
