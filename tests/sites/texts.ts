import { CODE_FEATURES, PROXY } from '../code-features.ts';
import { MATH_AND_DIAGRAMS } from '../diagrams.ts';
import { animation, MP4, png, silence, SVG } from '../pictures.ts';
import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';
import { ARTICLE, NOTES, PICTURES, sections } from './long-texts.ts';
import { BADGE, PROSE, RAW, SECTIONS } from './markdown-texts.ts';

type Files = Record<string, string | Uint8Array>;

/** A blog under a base path with all that the text of a post can hold, in Markdown and in MDX. */
export const blogOfTexts = sharedSite('texts', async () => ({
  settings: { url: 'https://example.com/blog/', feeds: { items: 60 } },
  files: {
    ...CODE_AND_MATH,
    ...LONG,
    ...(await blocks()),
    ...parity(await png(1, 1)),
    ...(await pictures()),
    '../../public/about.pdf': '%PDF',
  },
}));

const CODE_AND_MATH: Files = {
  'examples/proxy.go': PROXY,
  'posts/code.md': post({ title: 'Code' }, CODE_FEATURES),
  'posts/code-in-mdx.mdx': post({ title: 'Code in MDX', date: '2024-01-02' }, CODE_FEATURES),
  'posts/html.md': post(
    { title: 'HTML', date: '2024-01-04' },
    '<table><tr><td>a</td></tr></table>\n\n<pre>b</pre>',
  ),
  'posts/none.md': post({ title: 'No code', date: '2024-01-03' }, 'A `word` of it.'),
  'pages/about.md': '---\ntitle: About\n---\n\nOf $x^2$.\n',
  'posts/math.md': post({ title: 'Both' }, MATH_AND_DIAGRAMS),
  'posts/math-in-mdx.mdx': post({ title: 'Both in MDX' }, MATH_AND_DIAGRAMS),
};

const LONG: Files = {
  'posts/article.md': post({ title: 'Article' }, ARTICLE),
  'posts/folded-first.md': post({ title: 'Folded' }, ARTICLE.replace(/^.*\n\n/, '')),
  'posts/two-headings.md': post({ title: 'Two' }, sections(2, () => words(50)).join('\n\n')),
  'posts/long.md': post({ title: 'Long' }, sections(60, () => words(50)).join('\n\n')),
  'pages/manual.md': `---\ntitle: Manual\n---\n\n${ARTICLE}\n`,
  'posts/notes.md': post({ title: 'Notes' }, NOTES),
};

/** Returns posts of blocks within blocks, of raw HTML, of components and of nothing. */
async function blocks(): Promise<Files> {
  const beside = {
    'dot.png': await png(8, 8),
    'dots.png': await png(1300, 600),
    'dots.dark.png': await png(1300, 600, '#fff'),
    'drawing.svg': SVG,
    'film.mp4': MP4,
    'sound.wav': silence(),
  };
  const inFolder = (folder: string) =>
    Object.entries(beside).map(([name, bytes]) => [`posts/${folder}/${name}`, bytes] as const);
  return Object.fromEntries<string | Uint8Array>([
    ['components/Badge.astro', BADGE],
    ['posts/prose/index.md', post({ title: 'Prose' }, PROSE)],
    ...inFolder('prose'),
    ['posts/prose-mdx/index.mdx', post({ title: 'Prose in MDX' }, PROSE)],
    ...inFolder('prose-mdx'),
    ['posts/raw/index.md', post({ title: 'Raw' }, RAW)],
    ...inFolder('raw'),
    [
      'posts/components.mdx',
      post(
        { title: 'Components' },
        'import Badge from \'../components/Badge.astro\';\n\n<Badge name="Gold">\n\nIn *it*.\n\n</Badge>\n\n<Callout type="tip" title="T">\n\nA tip.\n\n</Callout>\n',
      ),
    ],
    ['posts/empty.md', post({ title: 'Empty' }, '<!-- nothing -->')],
  ]);
}

/** Returns a post of each feature in Markdown and in MDX, in two folders with the same picture. */
function parity(picture: Uint8Array): Files {
  const posts = Object.entries(SECTIONS).flatMap(([name, text]) => [
    [`posts/md/only-${name}-md.md`, post({ title: name }, text)],
    [`posts/mdx/only-${name}-mdx.mdx`, post({ title: `${name} in MDX` }, text)],
  ]);
  const beside = ['md', 'mdx'].flatMap((folder): [string, string | Uint8Array][] => [
    [`posts/${folder}/a.png`, picture],
    [
      `posts/${folder}/other.md`,
      post({ title: `Other ${folder}`, slug: `other-${folder}` }, '## Other'),
    ],
  ]);
  return Object.fromEntries([...posts, ...beside]) as Files;
}

async function pictures(): Promise<Files> {
  return {
    'posts/pictures/index.md': post({ title: 'Pictures' }, PICTURES),
    'posts/pictures/twin.png': await png(1200, 500, '#dddddd'),
    'posts/pictures/twin.dark.png': await png(1200, 500, '#222222'),
    'posts/pictures/wide.png': await png(1600, 900),
    'posts/pictures/far.png': await png(90, 60),
    'posts/pictures/small.png': await png(24, 24),
    'posts/pictures/drawing.svg': SVG,
    'posts/pictures/blink.gif': await animation(80, 50),
    'posts/pictures/sound.wav': silence(),
  };
}
