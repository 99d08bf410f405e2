import { fileSign, type System } from '../system.ts';
import { readJekyll } from './read-jekyll.ts';

export const jekyll: System = {
  id: 'jekyll',
  name: 'Jekyll',
  signs: [
    {
      certainty: 0.9,
      text: '_config.yml and _posts/',
      isIn: (source) => source.has('_config.yml', '_config.yaml') && source.has('_posts'),
    },
    {
      certainty: 0.9,
      text: 'Gemfile with jekyll',
      isIn: (source) => /^\s*gem\s+["'](?:jekyll|github-pages)\b/m.test(source.head('Gemfile')),
    },
    fileSign(0.4, '_config.yml', '_config.yaml'),
  ],
  read: readJekyll,
};
