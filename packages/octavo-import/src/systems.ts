import { astro } from './astro/astro.ts';
import { eleventy } from './eleventy/eleventy.ts';
import { ghost } from './ghost/ghost.ts';
import { hexo } from './hexo/hexo.ts';
import { hugo } from './hugo/hugo.ts';
import { jekyll } from './jekyll/jekyll.ts';
import { markdown } from './markdown/markdown.ts';
import { otherSystems } from './other-systems.ts';
import type { System } from './system.ts';
import { wordpress } from './wordpress/wordpress.ts';
import { zola } from './zola/zola.ts';

/** All systems that are recognized; those with `read` can be imported. */
export const systems: readonly System[] = [
  hugo,
  jekyll,
  zola,
  hexo,
  eleventy,
  astro,
  wordpress,
  ghost,
  markdown,
  ...otherSystems,
];
