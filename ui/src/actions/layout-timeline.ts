// Events by date.
import { setLayout } from './set-layout.ts';

export const layoutTimeline = setLayout('timeline');
