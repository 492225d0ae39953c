// The rules of the house for this folder: who may import whom, and what the CSP would refuse.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname);

/** Rooms a room may import from, besides itself. */
const MAY: Record<string, string[]> = {
  bindings: [],
  locale: [],
  theme: [],
  backend: ['bindings'],
  graph: ['bindings'],
  state: ['bindings', 'backend', 'graph', 'locale'],
  render: ['bindings', 'backend', 'graph', 'state'],
  actions: ['graph', 'state'],
  parts: ['bindings', 'actions', 'render', 'state'],
  panels: ['bindings', 'backend', 'actions', 'parts', 'render', 'state'],
};

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));

describe('the house', () => {
  it('keeps the shell’s API to one file', () => {
    expect(files.filter((file) => /from '@tauri-apps/.test(file.text)).map((file) => file.name)).toEqual(['backend/call.ts']);
  });

  it('lets each room know only those below it', () => {
    const wrong = files.flatMap(({ name, text }) => {
      const room = name.split('/')[0] ?? '';
      const allowed = MAY[room];
      if (!allowed) return [];
      return [...text.matchAll(/from '(\.[^']+)'/g)].flatMap((match) => {
        const there = relative(ROOT, resolve(ROOT, dirname(name), match[1] ?? '')).split('/')[0] ?? '';
        return there === room || allowed.includes(there) ? [] : [`${name} -> ${match[1]}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('writes nothing that the content policy refuses', () => {
    const refused = files.filter(({ text }) => /\{@html|<style>[^]*url\(|\sstyle="|\binnerHTML\b|\beval\(/.test(text));
    expect(refused.map((file) => file.name)).toEqual([]);
  });

  it('opens every file with what it is', () => {
    expect(files.filter(({ name, text }) => !name.startsWith('bindings') && !/^(\/\/|<!--|\/\*)/.test(text)).map((file) => file.name)).toEqual([]);
  });
});
