import { defineConfig } from 'astro/config';
import octavo from 'octavo';

export default defineConfig({ integrations: [octavo()] });
