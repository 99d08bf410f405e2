import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { folder } from '../../../octavo/tests/helpers.ts';
import { markdown } from '../../src/markdown/markdown.ts';
import { gitDates } from '../../src/old/git-dates.ts';
import { bodyOf, fileOf, importedFiles } from '../imported.ts';

const DATE = '---\ndate: 2024-01-06\n---\n';

describe('a folder of Markdown', () => {
  test('has titles of headings and names, and dates of front matter and names', () => {
    const site = importedFiles(markdown, {
      'notes/headed.md': `${DATE}\n# The *title*\n\nText.\n`,
      'notes/2023-06-01-a-walk.md': 'Text.\n\n# No title\n',
      'notes/about.md': 'Who we are.\n',
      'README.md': 'Not a post.\n',
    });
    expect(fileOf(site, 'headed.md')).toBe(
      '---\ntitle: The title\ndate: 2024-01-06\n---\n\nText.\n',
    );
    expect(fileOf(site, '2023-06-01-a-walk.md')).toContain('title: A Walk\ndate: 2023-06-01\n');
    expect(fileOf(site, 'pages/about.md')).toContain('title: about\n');
    expect(site.counts).toMatchObject({ posts: 2, pages: 1 });
    expect(site.addresses).toEqual([]);
    expect(site.settings.nav).toEqual([{ label: 'about', link: '/about/' }]);
  });

  test('keeps folders in URLs where two names are the same', () => {
    const site = importedFiles(markdown, { 'a/x.md': DATE, 'b/x.md': DATE });
    expect(site.settings.permalink).toBe('/posts/:folder/:slug/');
    expect(importedFiles(markdown, { 'a/x.md': DATE, 'b/y.md': DATE }).settings.permalink).toBe(
      undefined,
    );
  });

  test('brings what a text shows', () => {
    const site = importedFiles(markdown, {
      'a/x.md': `${DATE}![A](img/a.png) [B](../b/y.md#part)`,
      'a/img/a.png': '',
      'a/img/unused.png': '',
      'b/y.md': DATE,
    });
    expect(bodyOf(site, 'x.md')).toBe('![A](./x/a.png) [B](../b/y.md#part)');
    expect(site.counts.pictures).toBe(1);
  });
});

test('a file without a date has that of the commit that added it, under its first name', () => {
  const root = folder({ 'a.md': 'Text of a file.\n', 'b.md': 'Another text.\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: root,
      env: { ...process.env, GIT_AUTHOR_DATE: '2024-01-06T10:00:00Z' },
    });
  git('init', '-q');
  git('add', 'a.md');
  git('commit', '-qm', 'Add');
  git('mv', 'a.md', 'c d.md');
  git('commit', '-qm', 'Move');
  const times = [...gitDates(root)].map(([path, date]) => [path, Date.parse(date)]);
  expect(times).toEqual(['a.md', 'c d.md'].map((path) => [path, Date.UTC(2024, 0, 6, 10)]));
  expect(gitDates(folder({ 'a.md': '' })).size).toBe(0);
});

describe('a vault of Obsidian', () => {
  const convert = (body: string, settings = '{}') =>
    bodyOf(
      importedFiles(markdown, {
        '.obsidian/app.json': settings,
        '.obsidian/templates.json': '{"folder": "Templates"}',
        'Templates/Daily.md': '{{date}}',
        'A note.md': DATE + body,
        'deep/Other note.md': '---\ndate: 2024-01-06\naliases: [Second]\n---\n## A *part*\n',
        'files/The press.png': '',
        'files/paper.pdf': '',
      }),
      'A note.md',
    );

  test.each([
    ['[[Other note]]', '[Other note](./deep/Other%20note.md)'],
    ['[[deep/Other note|that]]', '[that](./deep/Other%20note.md)'],
    ['[[Second#A *part*]]', '[Second \\> A \\*part\\*](./deep/Other%20note.md#a-part)'],
    ['[[#A part]]', '[A part](#a-part)'],
    ['[[Other note#^block]]', '[Other note \\> ^block](./deep/Other%20note.md)'],
    ['[[Missing|words]]', 'words'],
    ['![[The press.png|300]]', '![The press](./A%20note/The%20press.png)'],
    ['![[Other note]]', '[Other note](./deep/Other%20note.md)'],
    ['![A](The%20press.png)', '![A](./A%20note/The%20press.png)'],
    ['| a |\n| - |\n| [[Other note\\|b]] |', '| a |\n| - |\n| [b](./deep/Other%20note.md) |'],
    ['`[[Other note]]`', '`[[Other note]]`'],
    ['==marked== %%said%% text ^block', '<mark>marked</mark>  text'],
    ['> [!faq]- Title\n> Text', '> [!NOTE]- Title\n> Text'],
    ['A #tag\nB', 'A #tag\\\nB'],
  ])('%j becomes %j', (body, text) => {
    expect(convert(body)).toBe(text);
  });

  test('has the line breaks of its settings', () => {
    expect(convert('A\nB', '{"strictLineBreaks": true}')).toBe('A\nB');
  });

  test('is known by its links', () => {
    const site = importedFiles(markdown, { 'a.md': `${DATE}[[b]]`, 'b.md': DATE });
    expect(site.from).toBe('Obsidian');
    expect(importedFiles(markdown, { 'a.md': `${DATE}[[ -f x ]]` }).from).not.toBe('Obsidian');
  });
});

describe('posts of dev.to', () => {
  const post = (body: string, others = '') =>
    `---\npublished: true\ntitle: Post\ncover_image: https://raw.githubusercontent.com/ada/posts/main/a/c.png\ntags: one, two\ndate: 2024-01-06\n${others}---\n${body}\n`;
  const site = (body: string, others = '') =>
    importedFiles(markdown, {
      'a/a.md': post(body, others),
      'a/c.png': '',
      'a/notes.md': 'No post.',
      'b/b.md': post('', 'published: false\n'),
    });

  test('have the front matter of dev.to', () => {
    expect(fileOf(site('', 'canonical_url: https://ada.example/a\n'), 'a/a.md')).toContain(
      'tags:\n  - one\n  - two\ncover:\n  image: ./a/c.png\n  alt: Post\ncanonical: https://ada.example/a\n',
    );
    expect(site('').counts).toMatchObject({ posts: 2, drafts: 1 });
  });

  test.each([
    ['{% embed https://a.example/b %}', '<https://a.example/b>'],
    ['{% link ada/a-post-1 %}', '<https://dev.to/ada/a-post-1>'],
    ['{% github ada/press %}', '<https://github.com/ada/press>'],
    ['{% youtube dQw4w9WgXcQ %}', '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>'],
    [
      '{% details Sum %}\nA\n{% enddetails %}',
      '<details>\n<summary>Sum</summary>\n\nA\n\n</details>',
    ],
    ['{% katex inline %}x^2{% endkatex %}', '$x^2$'],
    ['```\n{% embed x %}\n```', '```\n{% embed x %}\n```'],
  ])('%j becomes %j', (body, text) => {
    expect(bodyOf(site(body), 'a/a.md')).toBe(text);
  });
});
