// Who acts on whom, from left to right.
import { setLayout } from './set-layout.ts';

export const layoutLayered = setLayout('layered');
