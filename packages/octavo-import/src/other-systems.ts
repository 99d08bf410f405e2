import { dependencySign, fileSign, type System } from './system.ts';

/** Systems that are recognized and cannot be imported. */
export const otherSystems: readonly System[] = [
  {
    id: 'octavo',
    name: 'Octavo',
    signs: [
      {
        certainty: 1,
        text: 'src/site.config.ts of Octavo',
        isIn: (source) => source.head('src/site.config.ts').includes('octavo/config'),
      },
    ],
  },
  { id: 'gatsby', name: 'Gatsby', signs: [dependencySign(0.9, 'gatsby')] },
  { id: 'docusaurus', name: 'Docusaurus', signs: [dependencySign(0.9, '@docusaurus/core')] },
  { id: 'nextjs', name: 'Next.js', signs: [dependencySign(0.8, 'next')] },
  { id: 'vuepress', name: 'VuePress', signs: [dependencySign(0.8, 'vuepress', 'vitepress')] },
  { id: 'pelican', name: 'Pelican', signs: [fileSign(1, 'pelicanconf.py')] },
  { id: 'mkdocs', name: 'MkDocs', signs: [fileSign(0.9, 'mkdocs.yml')] },
];
