// The core played in the browser from contract files: real snapshots of the Rust core, and a log of commands folded
// over them. For tests and for work on the window; the shipped build does not contain it.
import type { Command, Done, EdgeGlyph, Snapshot } from '../bindings/wire.ts';
import { made } from './made.ts';
import type { Backend } from './port.ts';
import { recorded, type Step } from './recorded.ts';

const FILES = import.meta.glob<Snapshot>('../../../tests/contract/*.json', { import: 'default' });

/** The core's own pictures of the sample, as data addresses. */
const PICTURES = import.meta.glob<string>('../../../tests/contract/picture-*.png', { import: 'default', query: '?inline' });

interface Open {
  /** Contract file per interface language. */
  files: { id: string; en: string };
  /** In place of the contract's text, where the reader gave one. */
  name: string | null;
  log: Command[];
  undone: Command[];
  /** Where the core itself has played the edits of this article: each step with what it comes to. */
  steps?: Step[];
}

/** Makes a fake core. `notes` hears what would leave the app, exports and copies, and which layouts are asked for. */
export function fake(notes: (what: string, value: unknown) => void = () => undefined): Backend {
  const shelf: Open[] = [];
  let view = 0;
  let revision = 0;
  let language: 'id' | 'en' = 'id';
  /** Ends the layout or picture that is being made. */
  let halt: (() => void) | null = null;
  /** "?slow" in the address: a layout or a picture takes until it is stopped. */
  const slowly = (): Promise<void> => (new URLSearchParams(location.search).has('slow') ? new Promise((_, reject) => (halt = () => reject({ code: 'stopped' }))) : Promise.resolve());

  const load = async (file: string): Promise<Snapshot> => {
    if (file.startsWith('made-')) return made(Number(file.slice(5)), language);
    const found = FILES[`../../../tests/contract/${file}.json`];
    if (!found) throw new Error(`no contract file ${file}`);
    return structuredClone(await found());
  };

  const snapshot = async (): Promise<Snapshot> => {
    const open = shelf[view];
    if (!open) throw new Error('nothing is open');
    const base = open.steps?.[0]?.snapshot ?? (await load(open.files[language]));
    const played = open.steps?.[open.log.length]?.snapshot;
    const shown = played ? structuredClone(played) : fold(base, open.log);
    revision += 1;
    const listed = await Promise.all(
      shelf.map(async (other, index) => {
        const name = other.name ?? other.steps?.[0]?.snapshot.article.name ?? (other === open ? base : await load(other.files[language])).article.name;
        return { id: `article-${index}`, name };
      }),
    );
    const told = (command: Command): Done => ({ command: command.command, subject: subject(command, base), object: null, value: null });
    const last = open.steps?.[open.log.length + open.undone.length]?.snapshot.history.steps;
    const [done, undone] = last ? [last.slice(0, open.log.length), last.slice(open.log.length)] : [open.log.map(told), open.undone.map(told).reverse()];
    return {
      ...shown,
      revision,
      shelf: listed,
      article: { ...shown.article, id: `article-${view}`, name: listed[view]?.name ?? shown.article.name },
      history: { undo: done.at(-1) ?? null, redo: undone[0] ?? null, unfit: played?.history.unfit ?? [], steps: [...done, ...undone], at: done.length, trouble: null },
    };
  };

  const open = (id: string, en: string, name: string | null): Promise<Snapshot> => {
    shelf.push({ files: { id, en }, name, log: [], undone: [] });
    view = shelf.length - 1;
    return snapshot();
  };

  const openText = async (text: string, name: string | null): Promise<Snapshot> => {
    const trimmed = text.trim();
    if (trimmed === '') return fail({ code: 'emptyText' });
    if (/^https?:\/\/\S+$/.test(trimmed)) return fail({ code: 'webAddress' });
    const steps = await recorded(trimmed);
    if (steps) {
      shelf.push({ files: { id: '', en: '' }, name: null, log: [], undone: [], steps });
      view = shelf.length - 1;
      return snapshot();
    }
    if (text.length > 5_000_000) return fail({ code: 'tooLarge', limit: 5_000_000, size: text.length });
    const file = trimmed.length < 60 ? 'no-events' : 'own-id';
    return open(file, file, name ?? trimmed.split('\n')[0]?.slice(0, 60) ?? null);
  };

  return {
    start: (wanted) => {
      language = wanted === 'en' ? 'en' : 'id';
      // "?nodes=300" in the address: a made-up graph of that size in place of the sample.
      const nodes = new URLSearchParams(location.search).get('nodes');
      const [id, en] = nodes === null ? (['sample-id', 'sample-in-english'] as const) : ([`made-${nodes}`, `made-${nodes}`] as const);
      const known = shelf.findIndex((one) => one.files.id === id);
      if (known < 0) return open(id, en, null);
      view = known;
      return snapshot();
    },
    openText,
    openBytes: (name, bytes) => {
      if (bytes.includes(0)) return fail({ code: 'notText' });
      try {
        return openText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name);
      } catch {
        return fail({ code: 'invalidUtf8', at: Math.max(0, bytes.findIndex((byte) => byte >= 0xf8)) });
      }
    },
    openFile: () => Promise.resolve(null),
    choose: (article) => {
      view = Math.max(0, Number(article.replace('article-', '')));
      return snapshot();
    },
    perform: async (command) => {
      const here = shelf[view];
      if (command.command === 'rename' && command.name.trim() === '') return fail({ code: 'badName', limit: 200 });
      if (command.command === 'describe' && command.published !== null && !/^\d{4}/.test(command.published))
        return fail({ code: 'badDate', text: command.published });
      const next = here?.steps?.[here.log.length + 1]?.command;
      if (here?.steps && JSON.stringify(next) !== JSON.stringify(command)) {
        notes('unplayed', command);
        return fail({ code: 'badEdit' });
      }
      if (command.command === 'setLayout') notes('layout', command);
      if (command.command === 'setLayout') await slowly();
      here?.log.push(command);
      if (here) here.undone = [];
      return snapshot();
    },
    undo: () => {
      const here = shelf[view];
      const command = here?.log.pop();
      if (command) here?.undone.push(command);
      return snapshot();
    },
    redo: () => {
      const here = shelf[view];
      const command = here?.undone.pop();
      if (command) here?.log.push(command);
      return snapshot();
    },
    jump: (at) => {
      const here = shelf[view];
      while (here && here.log.length > at) here.undone.push(...here.log.splice(-1));
      while (here && here.log.length < at && here.undone.length > 0) here.log.push(...here.undone.splice(-1));
      return snapshot();
    },
    countries: () => Promise.resolve([{ code: 'IDN', name: 'Indonesia' }, { code: 'JPN', name: language === 'id' ? 'Jepang' : 'Japan' }]),
    show: (wanted) => {
      language = wanted === 'en' ? 'en' : 'id';
      return snapshot();
    },
    stop: () => {
      halt?.();
      return Promise.resolve();
    },
    exportPicture: async (picture) => {
      await slowly();
      // "?full" in the address: there is no room for a picture.
      if (new URLSearchParams(location.search).has('full')) return fail({ code: 'unwritable', path: `gambar.${picture.format}`, reason: 'diskFull' });
      notes('picture', picture);
      return { path: `gambar.${picture.format}`, bytes: 123_456 };
    },
    previewPicture: async (picture) => {
      const load = PICTURES[`../../../tests/contract/picture-${picture.theme === 'dark' ? 'dark' : 'light'}.png`];
      const address = (await load?.()) ?? '';
      const png = Uint8Array.from(atob(address.split(',')[1] ?? ''), (c) => c.charCodeAt(0));
      const side = (at: number): number => new DataView(png.buffer).getUint32(at);
      const [width, height] = [side(16), side(20)];
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image href="${address}" width="${width}" height="${height}"/></svg>`;
      const bytes = picture.format === 'svg' ? new TextEncoder().encode(svg) : png;
      const wide = picture.width ?? Math.round((width * picture.scale) / 2);
      return { width: wide, height: Math.round((wide * height) / width), bytes };
    },
    copyPicture: (picture) => {
      notes('picture copied', picture);
      return Promise.resolve();
    },
    printPicture: (picture) => {
      notes('picture printed', picture);
      return Promise.resolve();
    },
    copyText: (text) => {
      notes('copied', text);
      return Promise.resolve();
    },
    about: () =>
      Promise.resolve({
        version: '0.1.0', credits: [{ code: 'inter', name: 'Inter', licence: 'OFL-1.1', notice: 'Copyright 2016 The Inter Project Authors' }],
        libraries: [{ name: 'serde', version: '1.0.0', licence: 'MIT OR Apache-2.0' }],
      }),
    listen: () => Promise.resolve(),
  };
}

function fail(fault: unknown): Promise<never> {
  // A fault is data of the wire, not an Error: that is how the shell rejects too.
  return Promise.reject(fault);
}

function fold(base: Snapshot, log: Command[]): Snapshot {
  return log.reduce(apply, base);
}

function apply(snapshot: Snapshot, command: Command): Snapshot {
  const { scene } = snapshot;
  switch (command.command) {
    case 'move': {
      const node = scene.nodes.find((other) => other.id === command.node);
      if (!node) return snapshot;
      const [dx, dy] = [command.x - node.x, command.y - node.y];
      const shift = (edge: EdgeGlyph): EdgeGlyph => {
        const ends = [edge.from === node.id, edge.to === node.id] as const;
        if (!ends[0] && !ends[1]) return edge;
        const curve = edge.curve.map((value, i) => value + (ends[i < 4 ? 0 : 1] ? (i % 2 === 0 ? dx : dy) : 0)) as EdgeGlyph['curve'];
        const heads = edge.heads.map((head) => (ends[head.atEnd ? 1 : 0] ? { ...head, x: head.x + dx, y: head.y + dy } : head));
        return { ...edge, curve, heads };
      };
      const nodes = scene.nodes.map((other) => (other === node ? { ...node, x: command.x, y: command.y, pinned: true } : other));
      return { ...snapshot, scene: { ...scene, nodes, edges: scene.edges.map(shift) } };
    }
    case 'unpin':
      return { ...snapshot, scene: { ...scene, nodes: scene.nodes.map((n) => (n.id === command.node ? { ...n, pinned: false } : n)) } };
    case 'rename':
      return {
        ...snapshot,
        entities: snapshot.entities.map((e) => (e.id === command.node ? { ...e, name: command.name, renamed: true } : e)),
        events: snapshot.events.map((e) => (e.id === command.node ? { ...e, label: command.name } : e)),
        scene: { ...scene, nodes: scene.nodes.map((n) => (n.id === command.node ? { ...n, label: { ...n.label, lines: n.label.lines.slice(0, 1).map((line) => ({ ...line, text: command.name })) } } : n)) },
      };
    case 'delete': {
      const gone = (id: string): boolean => id === command.claim;
      return {
        ...snapshot,
        entities: snapshot.entities.filter((e) => !gone(e.id)),
        events: snapshot.events
          .filter((e) => !gone(e.id))
          .map((e) => ({ ...e, roles: e.roles.filter((filler) => !gone(filler.entity)), place: e.place !== null && gone(e.place) ? null : e.place })),
        relations: snapshot.relations.filter((r) => !gone(r.id) && !gone(r.subject) && !gone(r.object)),
        scene: {
          ...scene,
          nodes: scene.nodes.filter((n) => !gone(n.id)),
          edges: scene.edges.filter((e) => !gone(e.claim) && !gone(e.from) && !gone(e.to)),
        },
      };
    }
    case 'describe': {
      const { published, source, language } = command;
      const article = { ...snapshot.article, published, publishedSet: published !== null, source };
      return { ...snapshot, article: language === null ? article : { ...article, language, languageSet: true } };
    }
    case 'arrange':
      return { ...snapshot, scene: { ...scene, nodes: scene.nodes.map((n) => ({ ...n, pinned: false })) } };
    case 'setLayout':
      return { ...snapshot, layout: command.layout, focus: command.focus, scene: turned(scene, command.layout) };
    default:
      // Only the recorded edits of `edits.json` are played: what they come to is for the core to say.
      return snapshot;
  }
}

/** Stands for another layout: the figure that the core composed, upside down or on its side; what is pinned stays. */
function turned(scene: Snapshot['scene'], layout: Snapshot['layout']): Snapshot['scene'] {
  const { x, y, w, h } = scene.bounds;
  if (layout === 'stress') return scene;
  const place = (px: number, py: number): [number, number] => (layout === 'layered' ? [x + ((py - y) * w) / h, y + ((px - x) * h) / w] : [2 * x + w - px, 2 * y + h - py]);
  const nodes = scene.nodes.map((node) => {
    const [nx, ny] = place(node.x, node.y);
    return node.pinned ? node : { ...node, x: nx, y: ny };
  });
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = scene.edges.map((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    if (!from || !to) return edge;
    const curve: EdgeGlyph['curve'] = [from.x, from.y, from.x, from.y, to.x, to.y, to.x, to.y];
    return { ...edge, curve, heads: edge.heads.map((head) => ({ ...head, x: head.atEnd ? to.x : from.x, y: head.atEnd ? to.y : from.y })) };
  });
  return { ...scene, nodes, edges };
}

function subject(command: Command, base: Snapshot): string | null {
  const id = 'node' in command ? command.node : 'claim' in command ? command.claim : null;
  if (id === null) return null;
  return base.entities.find((e) => e.id === id)?.name ?? base.events.find((e) => e.id === id)?.label ?? null;
}
