import { readJekyll } from '../../src/jekyll/read-jekyll.ts';
import { buildSite } from '../../src/site/build-site.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import type { OldBlog } from '../../src/site/old-blog.ts';
import { folder } from '../../../octavo/tests/helpers.ts';

const CONFIG = 'url: https://old.example\ntitle: Old\ndescription: Old things.\nauthor: Ada\n';
const OPTIONS = { now: Date.UTC(2024, 6, 1), machineZone: 'UTC' };

/** Reads a Jekyll blog of these files, as of 2024-07-01. */
export function readBlog(files: Record<string, string>, config = ''): OldBlog {
  return readJekyll(folder({ '_config.yml': CONFIG + config, ...files }), OPTIONS);
}

/** Imports a Jekyll blog of these files. */
export function importedBlog(files: Record<string, string>, config = ''): ImportedSite {
  return buildSite(readBlog(files, config), OPTIONS);
}

/** Imports the Jekyll blog in a folder. */
export function importedFrom(root: string): ImportedSite {
  return buildSite(readJekyll(root, OPTIONS), OPTIONS);
}

/** Returns the text of the file that a post of an imported blog has become. */
export function postOf({ files }: ImportedSite, name: string): string {
  const file = files.find(({ path }) => path.endsWith(`/${name}.md`));
  return typeof file?.content === 'string' ? file.content : `there is no ${name}.md`;
}

/** The files that the texts of the tests refer to. */
const AROUND: Record<string, string> = {
  '_posts/2024-01-01-other.md': '---\ntitle: Other\n---\n## Part\n',
  'assets/x.png': '',
  '_includes/box.html': '<div class="{{ include.kind }}">\n\n{{ include.text }}\n</div>\n',
  '_includes/script.html': '<script src="https://example.com/x.js"></script>\n',
  '_data/tools.yml': '- name: Lever\n- name: Screw\n',
};

interface Converted {
  text: string;
  /** `6 warning: …`, with the line of the file; the front matter has two lines. */
  messages: string[];
}

/** Returns the body of a post of a Jekyll blog after the import. */
export function convert(body: string, config = '', frontMatter = 'title: Post'): Converted {
  const file = '_posts/2024-01-06-post.md';
  const site = importedBlog({ ...AROUND, [file]: `---\n${frontMatter}\n---\n${body}\n` }, config);
  const text = postOf(site, 'post')
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .trimEnd();
  const messages = site.diagnostics
    .filter((one) => one.file === file)
    .map(({ line, severity, message }) => `${line} ${severity}: ${message}`);
  return { text, messages };
}
