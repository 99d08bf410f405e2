import { describe, expect, test } from 'vitest';
import { OldAddresses } from '../../src/hugo/addresses.ts';
import { cascaded } from '../../src/hugo/cascade.ts';
import { readConfig } from '../../src/hugo/config.ts';
import { readContent } from '../../src/hugo/content.ts';
import { sanitize } from '../../src/hugo/paths.ts';
import { joinPath } from '../../src/old/paths.ts';
import { oldBlog, oldPost } from './old-blog.ts';

/** Returns the addresses of a site's content by its files; what is said of Hugo is what 0.111 made. */
function addresses(files: Record<string, string>, config = '') {
  const root = oldBlog(files, `baseURL: https://old.example/\n${config}`);
  const read = readConfig(root);
  const { pages, loose } = readContent(root, read);
  const all = cascaded(pages, undefined);
  const made = new OldAddresses(read, all);
  return {
    made,
    of: (file: string) => {
      const page = all.find((one) => one.file === `content/${file}`)!;
      return page.kind === 'page' ? made.page(page) : made.list(page);
    },
    resources: (file: string) => made.resources(all.find((one) => one.file === `content/${file}`)!),
    loose: (file: string) => made.loose(loose.find((one) => one.file === `content/${file}`)!),
  };
}

const rules = { keepCase: false, removeAccents: false };

describe('a name in an address', () => {
  test.each([
    ['Größe in C++', 'größe-in-c++'],
    ['a - b  c', 'a-b-c'],
    ['foo & bar', 'foo-bar'],
    ['a--b', 'a--b'],
    ["it's", 'its'],
    ['What? 100%', 'what-100'],
    ['-lead-', '-lead-'],
    ['emoji 🎉 x', 'emoji-x'],
    ['日本 語', '日本-語'],
    ['v1.2_x~y@z', 'v1.2_x~y@z'],
    ['C# today', 'c#-today'],
    ['a/b', 'a/b'],
    ['50%20off', '50%20off'],
  ])('%s is %s', (name, made) => {
    expect(sanitize(name, rules)).toBe(made);
  });

  test('keeps its case, or loses its accents, where the settings say so', () => {
    expect(sanitize('Größe É', { ...rules, keepCase: true })).toBe('Größe-É');
    expect(sanitize('Größe É', { ...rules, removeAccents: true })).toBe('große-e');
  });
});

test('paths are joined as Go joins them', () => {
  expect(joinPath('/a/', '../b', './c//d')).toBe('/b/c/d');
  expect(joinPath('a', '..')).toBe('');
});

describe('a page is at', () => {
  const dated = (more = '') =>
    oldPost(`title: "Héllo: World's End/ing (Again)"\ndate: 2020-01-02T23:30:00-08:00\n${more}`);

  test.each([
    ['posts/One Two.md', dated(), '', '/posts/one-two/'],
    ['posts/a/b/x.md', dated(), '', '/posts/a/b/x/'],
    ['posts/2019-03-04-named.v1.2.md', dated(), '', '/posts/2019-03-04-named.v1.2/'],
    ['about.md', dated(), '', '/about/'],
    ['posts/bundle/index.md', dated(), '', '/posts/bundle/'],
    ['posts/x.md', dated('slug: "My Slug & Ö#1"'), '', '/posts/my-slug-ö#1/'],
    ['posts/bundle/index.md', dated('slug: Other'), '', '/posts/other/'],
    ['posts/x.md', dated('url: /Some Odd/Ünder.html'), '', '/Some Odd/Ünder.html'],
    ['posts/x.md', dated('url: rel/odd'), '', '/rel/odd/'],
    ['posts/x.md', dated('url: /v1.2/foo'), '', '/v1.2/foo'],
    ['posts/x.md', dated('url: /v1.2/foo/'), '', '/v1.2/foo/'],
    ['posts/x.md', dated('url: /:year/:slug/'), '', '/2020/héllo-worlds-end/ing-again/'],
    ['posts/Foo.md', dated(), 'disablePathToLower: true', '/posts/Foo/'],
    ['posts/größe.md', dated(), 'removePathAccents: true', '/posts/große/'],
    ['posts/x.md', dated(), 'uglyURLs: true', '/posts/x.html'],
    ['posts/x.md', dated(), 'uglyURLs: { posts: true }', '/posts/x.html'],
    ['posts/x.md', dated(), 'uglyURLs: { notes: true }', '/posts/x/'],
    ['posts/x.md', dated(), 'defaultContentLanguageInSubdir: true', '/en/posts/x/'],
    ['posts/x.en.md', dated(), 'languages: { en: {}, fr: {} }', '/posts/x/'],
    ['posts/x.fr.md', dated(), '', '/posts/x.fr/'],
  ])('%s of\n%s\nby "%s" at %s', (file, source, config, url) => {
    expect(addresses({ [`content/${file}`]: source }, config).of(file)).toBe(url);
  });

  test.each([
    [
      '/:year/:month/:monthname/:day/:weekday/:weekdayname/:yearday/x/',
      '/2020/01/january/02/4/thursday/2/x/',
    ],
    ['/:section/:sections/:filename/', '/posts/posts/a/x/'],
    ['/:sections[1:]/:contentbasename/', '/a/x/'],
    ['/:sections[last]/:slugorfilename/', '/a/x/'],
    ['/:sections[0]/:slugorcontentbasename', '/posts/x/'],
    ['/:title/', '/héllo-worlds-end/ing-again/'],
    ['/:slug', '/héllo-worlds-end/ing-again/'],
    ['/:2006/:Jan/:02/:filename', '/2020/jan/02/x/'],
    [':filename.html', '/x.html/'],
  ])('a post in a section by the permalink %s: %s', (pattern, url) => {
    const files = {
      'content/posts/a/_index.md': oldPost('title: A'),
      'content/posts/a/b/x.md': oldPost(
        'title: "Héllo: World\'s End/ing (Again)"\ndate: 2020-01-02T23:30:00-08:00',
      ),
    };
    const site = addresses(files, `permalinks: { posts: "${pattern}" }`);
    expect(site.of('posts/a/b/x.md')).toBe(url);
    const newer = addresses(files, `permalinks: { page: { posts: "${pattern}" } }`);
    expect(newer.of('posts/a/b/x.md')).toBe(url);
  });
});

describe('an alias', () => {
  test.each([
    ['/old/', '/posts/x/', '/old/'],
    ['/Old Path/Ä', '/posts/x/', '/Old Path/Ä/'],
    ['old', '/posts/x/', '/posts/old/'],
    ['x.html', '/posts/x/', '/posts/x.html'],
    ['../up/', '/posts/x/', '/up/'],
    ['sub/dir/', '/posts/x/', '/posts/sub/dir/'],
    ['old-notes', '/notes/', '/old-notes/'],
    ['rel', '/ugly/n.html', '/ugly/rel/'],
    ['home', '/', '/home/'],
  ])('%s of %s is %s', (alias, of, path) => {
    expect(addresses({}).made.alias(alias, of)).toBe(path);
  });
});

describe('a file', () => {
  const site = () =>
    addresses({
      'content/blog/One Two/_index.md': oldPost('title: One'),
      'content/blog/One Two/p.png': 'x',
      'content/blog/One Two/Three/q.png': 'x',
      'content/leaf/index.md': oldPost('title: L\nurl: /leaf/page.html'),
      'content/leaf/r.png': 'x',
      'content/other/slug/index.md': oldPost('title: L\nslug: Moved'),
    });

  test('of a list is at the address of the list, others where they are', () => {
    expect(site().loose('blog/One Two/p.png')).toBe('/blog/one-two/p.png');
    expect(site().loose('blog/One Two/Three/q.png')).toBe('/blog/One Two/Three/q.png');
  });

  test('of a bundle is at the address of the bundle', () => {
    expect(site().resources('leaf/index.md')).toBe('/leaf/');
    expect(site().resources('other/slug/index.md')).toBe('/other/moved/');
  });
});

test.each([
  ['tags', undefined, '/tags/'],
  ['tags', 'C#', '/tags/c#/'],
  ['tags', 'foo & bar', '/tags/foo-bar/'],
  ['tags', 'a/b', '/tags/a/b/'],
  ['tags', 'other', '/topic/other/'],
])('the list of the term in %s: %s is at %s', (plural, name, path) => {
  const { made } = addresses({
    'content/tags/other/_index.md': oldPost('title: O\nurl: /topic/other/'),
  });
  expect(made.term(plural, name)).toBe(path);
});
