import { fileURLToPath } from 'node:url';

/** The folder of the engine's sources, with a slash at its end. Bundled code has ENGINE_FOLDER. */
export const engineFolder = fileURLToPath(new URL('.', import.meta.url));
