/** What a page may weigh, in KB, pictures apart. */
export const WEIGHTS = [
  { name: 'an index page', path: '', transferred: 8, script: 1 },
  { name: 'an article', path: 'posts/article/', transferred: 12, script: 2 },
];
