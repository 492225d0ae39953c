// A region for each kind.
import { setLayout } from './set-layout.ts';

export const layoutKind = setLayout('kind');
