// Who is tied to whom in a scene: what lights up, where an arrow key leads. Pure.
import type { EdgeGlyph, NodeGlyph, Scene } from '../bindings/wire.ts';

/** A scene, looked up by node. */
export interface Links {
  nodes: ReadonlyMap<string, NodeGlyph>;
  /** Edges per node, clockwise from the top. */
  edges: ReadonlyMap<string, EdgeGlyph[]>;
  /** Edges per claim. */
  claims: ReadonlyMap<string, EdgeGlyph[]>;
}

/** Indexes a scene. */
export function links(scene: Scene): Links {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const edges = new Map<string, EdgeGlyph[]>();
  const claims = new Map<string, EdgeGlyph[]>();
  const add = (map: Map<string, EdgeGlyph[]>, key: string, edge: EdgeGlyph): void => {
    const list = map.get(key);
    if (list) list.push(edge);
    else map.set(key, [edge]);
  };
  for (const edge of scene.edges) {
    add(edges, edge.from, edge);
    if (edge.to !== edge.from) add(edges, edge.to, edge);
    add(claims, edge.claim, edge);
  }
  for (const [id, list] of edges) {
    const angle = (edge: EdgeGlyph): number => {
      const here = nodes.get(id);
      const there = nodes.get(other(edge, id));
      return here && there ? (Math.atan2(there.x - here.x, here.y - there.y) + 2 * Math.PI) % (2 * Math.PI) : 0;
    };
    list.sort((a, b) => angle(a) - angle(b) || (a.id < b.id ? -1 : 1));
  }
  return { nodes, edges, claims };
}

/** The far end of an edge. */
export function other(edge: EdgeGlyph, node: string): string {
  return edge.from === node ? edge.to : edge.from;
}

/** Nodes and edges that stay bright. */
export interface Lit {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/**
 * One hop around a node or a claim. An event is a bead on a sentence, not an actor: around an actor, the hop goes
 * through its events to those who play a part in them.
 */
export function around(graph: Links, id: string): Lit {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const take = (edge: EdgeGlyph): void => {
    edges.add(edge.id);
    nodes.add(edge.from).add(edge.to);
  };
  const here = graph.nodes.get(id);
  if (here) nodes.add(id);
  for (const edge of graph.claims.get(id) ?? []) take(edge);
  if (here && !here.event)
    for (const edge of graph.edges.get(id) ?? []) {
      take(edge);
      const event = graph.nodes.get(other(edge, id));
      if (!event?.event || edge.part === 'place' || edge.part === 'attribution') continue;
      for (const half of graph.edges.get(event.id) ?? []) if (half.part === 'source' || half.part === 'target') take(half);
    }
  return { nodes, edges };
}

/**
 * Some nodes with what is claimed between them: an edge stays bright when its claim may be used and ties at least two
 * of them together, or is itself among them.
 */
export function spanned(graph: Links, ids: readonly string[], claims: ReadonlySet<string>): Lit {
  const chosen = new Set(ids);
  const nodes = new Set(ids.filter((id) => graph.nodes.has(id)));
  const edges = new Set<string>();
  for (const [claim, list] of graph.claims) {
    if (!claims.has(claim)) continue;
    const near = list.filter((edge) => edge.part !== 'attribution' && [edge.from, edge.to].every((end) => end === claim || chosen.has(end)));
    const actors = new Set(near.flatMap((edge) => [edge.from, edge.to]).filter((end) => end !== claim));
    const own = chosen.has(claim);
    if (actors.size < 2 && !own) continue;
    for (const edge of own ? list : near) {
      edges.add(edge.id);
      nodes.add(edge.from).add(edge.to);
    }
  }
  return { nodes, edges };
}

/** Arrow keys. */
export type Direction = 'left' | 'right' | 'up' | 'down';

const AXIS: Record<Direction, [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/**
 * The visible node that an arrow key leads to: a neighbour in that direction if there is one, else the nearest node
 * in it. Distance across the direction counts double, and nothing more than 60 degrees off is "in" it. `through` are
 * events that are drawn as mere lines: the step goes on to who is at their other end.
 */
export function step(graph: Links, from: string, direction: Direction, shown: (id: string) => boolean, through: ReadonlySet<string> = new Set()): string | null {
  const here = graph.nodes.get(from);
  if (!here) return null;
  const [dx, dy] = AXIS[direction];
  const nearest = (ids: Iterable<string>): string | null => {
    let best: string | null = null;
    let least = Infinity;
    for (const id of ids) {
      const there = graph.nodes.get(id);
      if (!there || id === from || !shown(id)) continue;
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const across = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      if (along <= 0 || across > along * 1.74) continue;
      const cost = along + 2 * across;
      if (cost < least) [best, least] = [id, cost];
    }
    return best;
  };
  const near = (id: string): string[] => (graph.edges.get(id) ?? []).map((edge) => other(edge, id));
  const tied = near(from).flatMap((id) => (through.has(id) ? near(id) : [id]));
  return nearest(tied) ?? nearest(graph.nodes.keys());
}

/** The next or previous edge around a node, clockwise; `current` is a claim id. */
export function cycle(graph: Links, node: string, current: string | null, way: 1 | -1, shown: (claim: string) => boolean): string | null {
  const claims = [...new Set((graph.edges.get(node) ?? []).map((edge) => edge.claim))].filter(shown);
  if (claims.length === 0) return null;
  const at = current === null ? -1 : claims.indexOf(current);
  if (at < 0) return (way === 1 ? claims[0] : claims.at(-1)) ?? null;
  return claims[(at + way + claims.length) % claims.length] ?? null;
}
