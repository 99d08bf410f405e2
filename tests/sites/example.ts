import { sharedSite } from '../shared-site.ts';
import * as sites from '../site.ts';

/** The example blog of this repository, whatever its owner made of it. */
export const exampleBlog = sharedSite('example', sites.exampleSite);

/** A blog with much of what posts can hold. */
export const fixtureBlog = sharedSite('fixture-blog', sites.fixtureBlog);
