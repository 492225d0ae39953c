// All on a circle.
import { setLayout } from './set-layout.ts';

export const layoutCircular = setLayout('circular');
