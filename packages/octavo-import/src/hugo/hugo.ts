import { fileSign, type System } from '../system.ts';
import type { Source } from '../source.ts';
import { readHugo } from './import-hugo.ts';

export const hugo: System = {
  id: 'hugo',
  name: 'Hugo',
  signs: [
    fileSign(1, 'hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json'),
    fileSign(0.9, 'config/_default'),
    {
      certainty: 0.9,
      text: 'a configuration with baseURL',
      isIn: (source) => keysOf(source).some((key) => /^(?:baseurl|languagecode)$/i.test(key)),
    },
    // Zola has the first two too, and more certain signs.
    {
      certainty: 0.5,
      text: 'config.toml and content/',
      isIn: (source) => source.has(...CONFIGS) && source.has('content', 'layouts', 'archetypes'),
    },
  ],
  read: readHugo,
};

const CONFIGS = ['toml', 'yaml', 'yml', 'json'].map((ending) => `config.${ending}`);

function keysOf(source: Source): string[] {
  return CONFIGS.filter((path) => source.has(path)).flatMap((path) =>
    Object.keys(source.values(path)),
  );
}
