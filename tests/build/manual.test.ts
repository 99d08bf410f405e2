import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { MP4, png, silence, SVG } from '../pictures.ts';
import { manual, samples, withoutFile, type Sample } from '../docs.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, validationFindings } from './sound.ts';

const pages = manual().filter(({ path }) => path.startsWith('docs/'));
const all = samples(pages).map((sample, index) => {
  const path = `posts/sample-${index + 1}.${sample.format}`;
  return { ...sample, path };
});
const right = all.filter(({ said }) => said.length === 0);
const wrong = all.filter(({ said }) => said.length > 0);

const GO = `package main

import "fmt"

// main says hello.
func main() {
	fmt.Println("hello")
}
`;

/** The files that the samples speak of, beside them and elsewhere. */
async function siteIndex() {
  const picture = await png(900, 500);
  return {
    'posts/another-post.md': post(
      { title: 'Another post' },
      '## A heading\n\n<!-- the link in it -->\n',
    ),
    'posts/a-bundle/index.md': post({ title: 'A bundle' }),
    'posts/old-plans.md': post({ title: 'Old plans', draft: true }),
    'posts/second-part.md': post({ title: 'The second', date: '2999-01-06' }),
    'posts/cover.png': picture,
    'posts/layers.png': picture,
    'posts/layers.dark.png': await png(900, 500, '#16181b'),
    'posts/icon.svg': SVG,
    'posts/demo.mp4': MP4,
    'posts/talk.mp3': silence(),
    'authors/you.md': '---\nname: You\n---\n',
    'pages/about.md': '---\ntitle: About\n---\n',
    'parts/licence.md': 'The text is under the MIT licence.\n',
    '../components/Clock.astro': '<time datetime="10:30">10:30</time>\n',
    '../../cmd/hello/main.go': GO,
    '../../public/logo.png': picture,
  };
}

let site: TestSite;
let printed: { status: number | null; stderr: string };

beforeAll(async () => {
  const files = Object.fromEntries(right.map(({ path, file }) => [path, file]));
  site = new TestSite('manual', { files: { ...(await siteIndex()), ...files } });
  printed = await site.build();
});

describe('the samples of the manual', () => {
  test('include correct ones and ones with errors', () => {
    expect(right.length).toBeGreaterThan(20);
    expect(wrong.length).toBeGreaterThan(5);
  });

  test('are built without an error or a warning', () => {
    expect(inTheManual(printed.stderr, right)).toEqual([]);
    expect(printed.status).toBe(0);
  });

  test('give valid pages without dead links', async () => {
    expect(await validationFindings(site)).toEqual([]);
    expect(deadLinks(site)).toEqual([]);
  });
});

test('the blog of the manual has no errors or warnings', () => {
  const { status, stdout } = spawnSync('octavo', ['check'], { cwd: 'docs', encoding: 'utf8' });
  expect(stdout).toContain(' files: no errors, no warnings.');
  expect(status).toBe(0);
});

test('check reports the errors of the manual as the manual says', async () => {
  for (const { path } of right) site.remove(`content/${path}`);
  // Nothing includes it then.
  site.remove('content/parts/licence.md');
  for (const { path, file } of wrong) site.write(`content/${path}`, file);
  const { stdout } = await site.check();
  const expected = wrong.flatMap(({ place, said }) => said.map((line) => `${place}  ${line}`));
  // A report has the errors before the warnings.
  expect(inTheManual(stdout, wrong).sort()).toEqual(expected.sort());
});

/** Returns what a command has told of samples, with their places in the manual for those of the files. */
function inTheManual(output: string, told: readonly (Sample & { path: string })[]): string[] {
  const lines = output.split('\n');
  const known = told.flatMap(({ path, place, added }) =>
    lines
      .filter((line) => line.startsWith(`src/content/${path}:`))
      .map((line) => `${place}  ${above(withoutFile(line), added)}`),
  );
  const others = lines.filter(
    (line) => line !== '' && !line.startsWith('src/content/posts/sample-'),
  );
  const end =
    /^(?:\d+ errors?, \d+ warnings?|The build failed; dist\/ is unchanged\.|.* scheduled for .*|\d+ published, .*)$/;
  return [...known, ...others.filter((line) => !end.test(line))];
}

/** Returns `7:1  …` of a file as a place of the sample, which begins some lines below. */
function above(line: string, added: number): string {
  return line.replace(/^\d+/, (number) => String(Math.max(1, Number(number) - added)));
}
