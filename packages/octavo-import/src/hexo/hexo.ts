import { dependencySign, fileSign, type System } from '../system.ts';
import { readHexo } from './read-hexo.ts';

export const hexo: System = {
  id: 'hexo',
  name: 'Hexo',
  signs: [
    dependencySign(1, 'hexo'),
    {
      certainty: 0.95,
      text: '_config.yml and source/_posts/',
      isIn: (source) => source.has('_config.yml') && source.has('source/_posts'),
    },
    fileSign(0.3, 'source/_posts'),
  ],
  read: readHexo,
};
