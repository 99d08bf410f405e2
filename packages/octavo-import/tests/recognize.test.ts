import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../../octavo/tests/helpers.ts';
import { recognize, systemOf } from '../src/recognize.ts';
import { Source } from '../src/source.ts';
import { systems } from '../src/systems.ts';

const empty = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, '']));

describe('recognize', () => {
  test.each<[string, Record<string, string>, string]>([
    ['hugo.yaml', empty('hugo.yaml'), 'hugo'],
    ['config.toml of Hugo', { 'config.toml': 'baseURL = "https://x.example"' }, 'hugo'],
    ['config.yaml of Hugo', { 'config.yaml': 'baseurl: https://x.example' }, 'hugo'],
    ['config.toml that says little', empty('config.toml', 'content/a.md'), 'hugo'],
    ['config/_default/', empty('config/_default/hugo.toml'), 'hugo'],
    [
      'config.toml of Zola',
      { 'config.toml': 'base_url = "https://x.example"', ...empty('content/a.md') },
      'zola',
    ],
    ['_config.yml of Jekyll', empty('_config.yml', '_posts/2024-01-06-a.md'), 'jekyll'],
    [
      '_config.yml of Hexo',
      { ...empty('_config.yml', 'source/_posts/a.md'), 'package.json': dependencies('hexo') },
      'hexo',
    ],
    ['a Gemfile', { Gemfile: 'gem "jekyll", "~> 4"', ...empty('_config.yml') }, 'jekyll'],
    ['.eleventy.js', empty('.eleventy.js'), 'eleventy'],
    ['a dependency', { 'package.json': dependencies('@11ty/eleventy') }, 'eleventy'],
    ['astro.config.mjs', empty('astro.config.mjs', 'src/content/a.md'), 'astro'],
    [
      'a blog of Octavo',
      {
        ...empty('astro.config.mjs'),
        'src/site.config.ts': "import { defineConfig } from 'octavo/config';",
      },
      'octavo',
    ],
    ['a vault of Obsidian', empty('.obsidian/app.json', 'a.md'), 'markdown'],
    ['a folder of Markdown', empty('README.md', 'notes/a.md'), 'markdown'],
    ['settings of a theme', empty('astro.config.ts', 'src/site.config.ts'), 'astro'],
  ])('knows %s', (_, files, id) => {
    expect(recognize(new Source(folder(files)), systems)[0]?.system.id).toBe(id);
  });

  test.each([
    ['<rss xmlns:wp="http://wordpress.org/export/1.2/">', 'wordpress'],
    ['{"db":[{"meta":{}}]}', 'ghost'],
  ])('knows the file %s', (text, id) => {
    const source = new Source(join(folder({ export: text }), 'export'));
    expect(recognize(source, systems)[0]?.system.id).toBe(id);
  });
});

describe('systemOf', () => {
  const system = (files: Record<string, string>, path = '', from?: string) =>
    systemOf(join(folder(files), path), { given: '../old', from, systems });

  test('takes the system that is asked for', () => {
    expect(system(empty('zola.toml'), '', 'hugo').id).toBe('hugo');
  });

  test.each<[string, Record<string, string>, string]>([
    ['', {}, '../old: an empty folder; blogs of '],
    ['', { '.git': '' }, '../old: an empty folder; '],
    ['', empty('b.md', 'site/hugo.toml'), '../old: no blog, but site/ is one of Hugo (hugo.toml)'],
    ['', empty('README.md'), '../old: no blog; it has README.md; '],
    ['', empty('x.png', 'site/hugo.toml'), '../old: no blog, but site/ is one of Hugo (hugo.toml)'],
    ['', empty('a', 'b', 'c', 'd', 'e', 'f'), '../old: no blog; it has a, b, c, d, e and 1 more; '],
    ['', empty('pelicanconf.py'), '../old: a blog of Pelican (pelicanconf.py); blogs of Hugo'],
    ['', empty('zola.toml', 'hugo.toml'), 'choose one by --from hugo or --from zola'],
    ['site.zip', empty('site.zip'), '../old: a ZIP archive, to unpack first; '],
    [
      'feed.xml',
      { 'feed.xml': '<rss>' },
      '../old: a feed, which has no more than the newest posts',
    ],
    [
      'hugo.toml',
      empty('hugo.toml'),
      '../old: a file that is no export of a blog, in a folder of Hugo',
    ],
  ])('refuses %j %j', (path, files, message) => {
    expect(() => system(files, path)).toThrow(message);
  });

  test.each([
    ['hugoo', '--from: unknown system hugoo; did you mean hugo?; use hugo'],
    ['gatsby', '--from: Gatsby cannot be imported; use hugo'],
  ])('refuses --from %s', (from, message) => {
    expect(() => system({}, '', from)).toThrow(message);
  });
});

function dependencies(name: string): string {
  return JSON.stringify({ devDependencies: { [name]: '1.0.0' } });
}
