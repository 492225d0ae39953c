// Rings about the node that is selected.
import { setLayout } from './set-layout.ts';

export const layoutRadial = setLayout('radial');
