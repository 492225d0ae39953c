// A fault of the core as one sentence: what happened and what to do. Pure.
import type { Fault } from '../bindings/wire.ts';
import type { Words } from './words.ts';

/** What the window shows when something fails. `lost` is a failure that is none of the core's. */
export type Trouble = Fault | { code: 'lost' };

/** The sentence for a fault. */
export function sentence(trouble: Trouble, t: Words): string {
  switch (trouble.code) {
    case 'emptyText':
      return t('fault.emptyText');
    case 'notText':
      return t('fault.notText');
    case 'invalidUtf8':
      return t('fault.invalidUtf8', { at: trouble.at + 1 });
    case 'tooLarge':
      return t('fault.tooLarge', { size: t.size(trouble.size), limit: t.size(trouble.limit) });
    case 'webAddress':
      return t('fault.webAddress');
    case 'unreadable':
      return t('fault.unreadable', { path: trouble.path });
    case 'unwritable':
      return t(`fault.unwritable.${trouble.reason}`, { path: trouble.path });
    case 'badDate':
      return t('fault.badDate', { text: trouble.text });
    case 'badName':
      return t('fault.badName', { limit: trouble.limit });
    case 'notFound':
      return t('fault.notFound');
    case 'badEdit':
      return t('fault.badEdit');
    case 'badQuote':
      return t('fault.badQuote');
    case 'stopped':
      return t('fault.stopped');
    case 'damagedEdits':
      return t('fault.damagedEdits', { path: trouble.path, kept: trouble.kept });
    case 'pictureTooLarge':
      return t('fault.pictureTooLarge', { limit: trouble.limit });
    case 'lost':
      return t('fault.lost');
  }
}
