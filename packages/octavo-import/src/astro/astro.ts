import { dependencySign, fileSign, type System } from '../system.ts';
import { readAstro } from './read-astro.ts';

export const astro: System = {
  id: 'astro',
  name: 'Astro',
  signs: [
    fileSign(
      0.95,
      'astro.config.mjs',
      ...['js', 'ts', 'mts', 'cjs'].map((ending) => `astro.config.${ending}`),
    ),
    dependencySign(0.9, 'astro'),
  ],
  read: readAstro,
};
