import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The studio is built into `dist/apps/studio`, where the API serves it under `/studio/`. */
export default defineConfig({
  root: here('.'),
  base: '/studio/',
  plugins: [react()],
  resolve: {
    alias: {
      '#libs/messages': here('../../libs/messages/src/index.ts'),
      '#libs/look': here('../../libs/look/src/index.ts'),
    },
  },
  build: {
    outDir: here('../../dist/apps/studio'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: Number(process.env['STUDIO_PORT'] ?? 25173),
    proxy: { '/api': { target: process.env['STUDIO_API'] ?? 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
