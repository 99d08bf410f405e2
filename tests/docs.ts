import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { defineMdastPlugin, markdownToHtml } from 'satteri';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/** A page that is read on the forge. */
export interface Page {
  /** Relative to the project's folder. */
  path: string;
  source: string;
  links: { url: string; line: number }[];
  /** What stands between backticks. */
  codes: { text: string; line: number }[];
  /** The ids of its headings, as the forge makes them. */
  anchors: Set<string>;
  fences: Fence[];
}

interface Fence {
  line: number;
  language: string;
  /** What is behind the language. */
  words: string;
  text: string;
}

/** Returns the pages of the manual, and what leads to it. */
export function manual(): Page[] {
  const paths = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/README.md',
    ...globSync('docs/src/content/pages/**/*.md', { cwd: repository }),
  ];
  return paths.sort().map((path) => readPage(path, readFileSync(`${repository}${path}`, 'utf8')));
}

/** Returns the READMEs of the packages, which the registry shows. */
export function packageReadmes(): Page[] {
  const paths = globSync('packages/*/README.md', { cwd: repository }).sort();
  return paths.map((path) => readPage(path, readFileSync(`${repository}${path}`, 'utf8')));
}

function readPage(path: string, source: string): Page {
  const page: Page = { path, source, links: [], codes: [], anchors: new Set(), fences: [] };
  const slugger = new GithubSlugger();
  const plugin = defineMdastPlugin({
    name: 'manual',
    options: { position: true },
    link: ({ url, position }) => void page.links.push({ url, line: position?.start.line ?? 0 }),
    image: ({ url, position }) => void page.links.push({ url, line: position?.start.line ?? 0 }),
    inlineCode: ({ value, position }) =>
      void page.codes.push({ text: value, line: position?.start.line ?? 0 }),
    heading: (node, ctx) => void page.anchors.add(slugger.slug(ctx.textContent(node))),
    code: ({ lang, meta, value, position }) =>
      void page.fences.push({
        line: position?.start.line ?? 0,
        language: lang ?? '',
        words: meta ?? '',
        text: value,
      }),
  });
  void markdownToHtml(source, { mdastPlugins: [plugin] });
  return page;
}

/** Content that the manual shows: a whole file, its text alone, or lines of its front matter. */
export interface Sample {
  /** The place of the fence: `docs/src/content/pages/reference/markdown.md:12`. */
  place: string;
  format: 'md' | 'mdx';
  /** The file that is made of it. */
  file: string;
  /** How many lines of the file stand before those of the sample. */
  added: number;
  /** What the manual says that is told about it; nothing for a sample without a mistake. */
  said: string[];
}

/**
 * Returns the samples of content: fences of `md`, `mdx`, and of `yaml` for lines of front matter.
 * One that has `title="with errors"` behind its language is followed by a fence of what is told.
 */
export function samples(pages: readonly Page[]): Sample[] {
  return pages.flatMap(({ path, fences }) =>
    fences.flatMap((fence, index): Sample[] => {
      const { language, text, words, line } = fence;
      if (!['md', 'mdx', 'yaml'].includes(language)) return [];
      const place = `${path}:${line}`;
      const said = words === 'title="with errors"' ? linesSaid(fences[index + 1], place) : [];
      return [
        { place, format: language === 'mdx' ? 'mdx' : 'md', said, ...fileOf(text, language) },
      ];
    }),
  );
}

function linesSaid(fence: Fence | undefined, place: string): string[] {
  if (fence?.language !== 'text') throw new Error(`${place}: errors without messages`);
  return fence.text.split('\n').map(withoutFile);
}

/** Returns what is told, without the file: `3:1  date: …`. */
export function withoutFile(line: string): string {
  return line.replace(/^src\/content\/\S+?:(?=\d)/, '');
}

const NEEDED = { title: 'title: A sample', date: 'date: 2024-01-06' };

function fileOf(text: string, language: string): Pick<Sample, 'file' | 'added'> {
  if (/^(?:---|\+\+\+)\n/.test(text)) return { file: `${text}\n`, added: 0 };
  const needed = Object.values(NEEDED).join('\n');
  if (language !== 'yaml') return { file: `---\n${needed}\n---\n${text}\n`, added: 4 };
  const missing = Object.entries(NEEDED).filter(([key]) => !text.includes(`${key}:`));
  const lines = ['---', text, ...missing.map(([, line]) => line), '---', 'A text.', ''];
  return { file: lines.join('\n'), added: 1 };
}

/** Returns the file that a link leads to, relative to the project's folder; nothing for another site. */
export function targetOf(url: string, from: string): { path: string; anchor: string } | undefined {
  if (URL.canParse(url)) return undefined;
  const [path = '', anchor = ''] = url.split('#');
  return { path: path === '' ? from : posix.join(posix.dirname(from), path), anchor };
}
