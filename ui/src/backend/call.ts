// The core over Tauri's invoke: the only importer of @tauri-apps/api.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend } from './port.ts';

/** The backend of the desktop shell. */
export const call: Backend = {
  start: (language, canvas) => invoke('start', { language, canvas }),
  openText: (text, name) => invoke('open_text', { text, name }),
  openBytes: (name, bytes) => invoke('open_bytes', { name, bytes: Array.from(bytes) }),
  openFile: () => invoke('open_file'),
  choose: (article) => invoke('choose', { article }),
  perform: (command) => invoke('perform', { command }),
  undo: () => invoke('undo'),
  redo: () => invoke('redo'),
  jump: (at) => invoke('jump', { at }),
  show: (language, canvas) => invoke('show', { language, canvas }),
  stop: () => invoke('stop'),
  exportPicture: (picture) => invoke('export_picture', { picture }),
  async previewPicture(picture, widest, ticket) {
    const answer = await invoke<ArrayBuffer>('preview_picture', { picture, widest, ticket });
    if (answer.byteLength < 8) return null;
    const sides = new DataView(answer);
    return { width: sides.getUint32(0), height: sides.getUint32(4), bytes: new Uint8Array(answer, 8) };
  },
  copyPicture: (picture) => invoke('copy_picture', { picture }),
  printPicture: (picture) => invoke('print_picture', { picture }),
  copyText: (text) => invoke('copy_text', { text }),
  about: () => invoke('about'),
  countries: (language) => invoke('countries', { language }),
  async listen(snapshot, fault) {
    await listen('snapshot', (event) => snapshot(event.payload as Parameters<typeof snapshot>[0]));
    await listen('fault', (event) => fault(event.payload as Parameters<typeof fault>[0]));
  },
};

/** Whether the page runs inside the shell. */
export const inShell = (): boolean => '__TAURI_INTERNALS__' in window;
