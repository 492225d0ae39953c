// The window's beginning: chooses the backend and mounts the app.
import { mount } from 'svelte';
import App from './App.svelte';
import { call, inShell } from './backend/call.ts';
import type { Backend } from './backend/port.ts';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';

declare global {
  interface Window {
    /** What the fake backend was asked to write or copy, for tests. */
    asked?: { what: string; value: unknown }[];
  }
}

async function backend(): Promise<Backend> {
  // The condition is known when the window is built: the shipped build holds no trace of the fake.
  if (import.meta.env.MODE !== 'production' && !inShell()) {
    // "?longer" in the address: words two fifths longer, for tests.
    if (new URLSearchParams(location.search).has('longer')) (await import('./locale/lengthen.ts')).lengthen();
    const { fake } = await import('./backend/fake.ts');
    window.asked = [];
    return fake((what, value) => window.asked?.push({ what, value }));
  }
  return call;
}

const target = document.getElementById('app');
if (target) mount(App, { target, props: { backend: await backend() } });
