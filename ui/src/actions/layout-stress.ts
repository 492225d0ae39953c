// What is near in the graph is near in the figure.
import { setLayout } from './set-layout.ts';

export const layoutStress = setLayout('stress');
