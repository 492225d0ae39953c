// How the window is built: one page, relative addresses, nothing inlined (the CSP allows neither data: fonts nor
// inline styles). Mode `e2e` adds the fake backend with the contract files; the shipped build has neither.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { shipped } from './shipped.ts';

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte(), shipped()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: {
    outDir: mode === 'e2e' ? 'node_modules/.e2e' : 'dist',
    emptyOutDir: true,
    target: 'safari16.4',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
}));
