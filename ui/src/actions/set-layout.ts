// Makes an action that puts the figure in another order.
import { LAYOUTS, type Layout } from '../state/layouts.ts';
import type { Action } from './action.ts';

/** The action of a layout; a radial one goes about the node that is selected, if one is. */
export function setLayout(layout: Layout): Action {
  return {
    id: `layout-${layout}`,
    label: `layout.${layout}`,
    group: 'view',
    shortcuts: [{ key: String(LAYOUTS.indexOf(layout) + 1), ctrl: true }],
    menu: layout === 'radial' ? ['ground', 'node'] : ['ground'],
    enabled: (session) => session.reading !== null,
    perform: (session) => {
      const { here } = session.trail;
      const node = layout === 'radial' && here.selected !== null && session.links?.nodes.has(here.selected) ? here.selected : null;
      void session.perform({ command: 'setLayout', layout, focus: node });
    },
  };
}
