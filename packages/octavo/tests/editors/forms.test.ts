import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { updated } from '../../src/cli/schemas.ts';
import { decapCms } from '../../src/editors/decap-cms.ts';
import { formCollections } from '../../src/editors/form-collections.ts';
import { pagesCms } from '../../src/editors/pages-cms.ts';
import { NO_EXTENSIONS } from '../../src/settings/context.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { settings } from '../helpers.ts';
import { UsageError } from '../../src/terminal/usage-error.ts';

interface Written {
  name: string;
  [option: string]: unknown;
}

type Collection = Written & { fields: Written[] };

const KEYS = {
  mood: z.enum(['calm', 'angry']).optional(),
  rating: z.int(),
  sources: z.array(z.strictObject({ url: z.string(), note: z.string().optional() })).optional(),
  scores: z.array(z.number()).optional(),
  data: z.record(z.string(), z.string()).optional(),
};

function made(config: Partial<SiteConfig> = {}) {
  const site = settings(config);
  const collections = formCollections({
    settings: site,
    extensions: { ...NO_EXTENSIONS, frontMatter: { posts: KEYS } },
  });
  const pages = pagesCms(collections).content as Collection[];
  const decap = decapCms(collections, site);
  return { pages, decap, decapCollections: decap.collections as Collection[] };
}

function field({ fields }: Collection, name: string): Written | undefined {
  return fields.find((each) => each.name === name);
}

describe.each(['pages', 'decapCollections'] as const)('the collections: %s', (system) => {
  const folderOf = ({ folder, path }: Written) => folder ?? path;

  test('are those of the blog', () => {
    expect(made()[system].map(folderOf)).toEqual([
      'src/content/posts',
      'src/content/pages',
      'src/content/authors',
    ]);
    expect(made({ notes: {} })[system].map(({ name }) => name)).toContain('notes');
  });

  test('are in a folder of their own for each other language', () => {
    const multilingual = made({ languages: { de: {} } })[system];
    expect(multilingual.map(folderOf)).toContain('src/content/posts/de');
    expect(multilingual.map(({ name }) => name)).toContain('posts-de');
  });

  test('have a field for each key, required where the schema requires it, and the body', () => {
    const [posts] = made()[system];
    expect(posts!.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['title', 'date', 'tags', 'cover', 'rating', 'mood', 'body']),
    );
    const required = posts!.fields.filter((each) => each.required).map(({ name }) => name);
    expect(required).toEqual(['title', 'date', 'rating']);
  });

  test('have no field that would add a key which its author did not choose', () => {
    const [posts] = made()[system];
    for (const key of ['toc', 'comments', 'data']) expect(field(posts!, key), key).toBeUndefined();
    expect(field(posts!, 'updated')!.default ?? '').toBe('');
  });
});

describe('the configuration of Pages CMS', () => {
  const [posts] = made().pages;

  test('has the type of each field', () => {
    expect(field(posts!, 'date')).toMatchObject({ type: 'date', label: 'Date', required: true });
    expect(field(posts!, 'translationKey')).toMatchObject({ label: 'Translation key' });
    expect(field(posts!, 'tags')).toMatchObject({ type: 'string', list: true });
    expect(field(posts!, 'discussion')).toMatchObject({ type: 'string', list: true });
    expect(field(posts!, 'draft')).toMatchObject({ type: 'boolean', required: false });
    expect(field(posts!, 'mood')).toMatchObject({ options: { values: ['calm', 'angry'] } });
    expect(field(posts!, 'rating')).toMatchObject({ type: 'number' });
    expect(field(posts!, 'sources')).toMatchObject({
      ...{ type: 'object', list: true },
      fields: [{ name: 'url', required: true }, { name: 'note' }],
    });
    expect(field(posts!, 'cover')).toMatchObject({
      type: 'object',
      fields: [{ name: 'image', type: 'string', required: true }, { name: 'alt' }, {}],
    });
  });

  test('gives notes a date with a time, in the name of the file too', () => {
    const notes = made({ notes: {} }).pages.find(({ name }) => name === 'notes')!;
    expect(field(notes, 'date')).toMatchObject({ options: { time: true } });
    expect(notes.filename).toMatchObject({ template: '{year}-{month}-{day}-{hour}{minute}.md' });
  });
});

describe('the configuration of Decap CMS', () => {
  const [posts] = made().decapCollections;

  test('has the widget of each field', () => {
    expect(field(posts!, 'date')).toMatchObject({ widget: 'datetime', format: 'YYYY-MM-DD' });
    expect(field(posts!, 'tags')).toMatchObject({ widget: 'list' });
    expect(field(posts!, 'scores')).toMatchObject({
      ...{ widget: 'list', field: { widget: 'number', value_type: 'float' } },
    });
    expect(field(posts!, 'sources')).toMatchObject({
      ...{ widget: 'list', fields: [{ name: 'url', widget: 'string' }, {}] },
    });
    expect(field(posts!, 'cover')).toMatchObject({
      ...{ widget: 'object', required: false },
      fields: [{ name: 'image', widget: 'image', required: false }, { name: 'alt' }, {}],
    });
    expect(field(posts!, 'body')).toMatchObject({ widget: 'markdown', modes: ['raw'] });
  });

  test('stores pictures where the entries of every folder refer to them', () => {
    const { decapCollections } = made({ languages: { de: {} } });
    const media = Object.fromEntries(
      decapCollections.map((each) => [each.folder, each.public_folder]),
    );
    expect(media).toMatchObject({
      'src/content/posts': '../media',
      'src/content/posts/de': '../../media',
    });
  });

  test('has no field for a key that Sveltia CMS writes even if it is empty', () => {
    expect(field(posts!, 'translationKey')).toBeUndefined();
  });

  test('has the repository of the setting editUrl, or a placeholder', () => {
    const editUrl = 'https://github.com/jane/blog/edit/trunk/';
    expect(made({ editUrl }).decap.backend).toMatchObject({ repo: 'jane/blog', branch: 'trunk' });
    expect(made().decap.backend).toMatchObject({ repo: 'owner/repository', branch: 'main' });
  });
});

describe('updated', () => {
  const config = { media: 'src/content/media', content: [{ name: 'posts', hint: undefined }] };
  const at = { path: '.pages.yml', key: 'content' };

  test('writes a new configuration', () => {
    expect(updated('', config, at)).toBe('media: src/content/media\ncontent:\n  - name: posts\n');
  });

  test('keeps what the owner edited, comments too', () => {
    const old = '# Ours\nmedia: files # short\ncontent: []\n';
    expect(updated(old, config, at)).toBe(
      '# Ours\nmedia: files # short\ncontent:\n  - name: posts\n',
    );
    expect(updated('# Ours\n', config, at)).toBe('# Ours\n\ncontent:\n  - name: posts\n');
  });

  test.each([
    ['a: 1\nb: x: y\n', /^\.pages\.yml:2:\d+ {2}YAML: .+; fix or delete the file$/],
    [
      '# Ours\n- a\n',
      /^\.pages\.yml:1:1 {2}YAML: not a mapping of keys to values; fix or delete the file$/,
    ],
  ])('reports an invalid one: %j', (old, message) => {
    expect(() => updated(old, config, at)).toThrow(message);
    expect(() => updated(old, config, at)).toThrow(UsageError);
  });
});
