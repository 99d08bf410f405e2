import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { addToBaseline, BASELINE, summarizeKnown } from '../../src/checks/baseline.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { fixContent } from '../../src/checks/fix-content.ts';
import { AUTHOR, content, context, folder } from '../helpers.ts';

const BROKEN = '[a](/gone/) [b](./no.md) [c](#no) ![d](./no.png)\n\n[a](/gone/)\n\nTODO';

/** Makes a blog with these bodies of posts; the problems of the first state are known. */
async function known(bodies: Record<string, string>) {
  const files = Object.entries(bodies).map(([name, body]) => [`posts/${name}`, post({}, body)]);
  const root = folder({ ...AUTHOR, ...content(Object.fromEntries(files)) });
  const check = (mode?: 'dev') => checkContent(context(root, {}, { ...(mode && { mode }) }));
  addToBaseline((await check()).diagnostics, root);
  return {
    root,
    check,
    baseline: () => JSON.parse(readFileSync(join(root, BASELINE), 'utf8')) as unknown,
    write: (name: string, body: string) =>
      writeFileSync(join(root, 'src/content/posts', name), post({}, body)),
    /** The printed diagnostics. */
    report: async (mode?: 'dev') =>
      summarizeKnown((await check(mode)).diagnostics).map(
        ({ file, severity, message }) => `${file} ${severity}: ${message}`,
      ),
  };
}

const FILE = 'src/content/posts/a.md';
const SUMMARY =
  'check-baseline.json warning: known problems: 5 (3 dead-link, 1 missing-anchor, 1 missing-picture); octavo check --known lists them';
const TODO = `${FILE} warning: text: TODO in published text; resolve or remove it`;

describe('the baseline', () => {
  test('has the errors of a check by file, check and target', async () => {
    const { baseline } = await known({ 'a.md': BROKEN });
    expect(baseline()).toEqual({
      [FILE]: {
        'dead-link': ['./no.md', '/gone/'],
        'missing-anchor': ['#no'],
        'missing-picture': ['./no.png'],
      },
    });
  });

  test('makes them one warning', async () => {
    const { report } = await known({ 'a.md': BROKEN });
    expect(await report()).toEqual([SUMMARY, TODO]);
  });

  test('holds where a paragraph moves', async () => {
    const { report, write } = await known({ 'a.md': BROKEN });
    write('a.md', `New.\n\n${BROKEN}`);
    expect(await report()).toEqual([SUMMARY, TODO]);
  });

  test('does not hold for another file or target', async () => {
    const { report, write } = await known({ 'a.md': BROKEN, 'b.md': 'Text.' });
    write('b.md', '[a](/gone/)');
    write('a.md', BROKEN.replaceAll('/gone/', '/gone/2/'));
    expect(await report()).toEqual([
      'check-baseline.json warning: known problems fixed since: 1; octavo check --fix removes them here',
      expect.stringMatching(/^check-baseline.json warning: known problems: 3 /),
      `${FILE} error: link: /gone/2/ not found`,
      `${FILE} error: link: /gone/2/ not found`,
      TODO,
      'src/content/posts/b.md error: link: /gone/ not found',
    ]);
  });

  test('loses fixed problems by --fix, and then reports them as before', async () => {
    const { root, check, baseline, write, report } = await known({ 'a.md': BROKEN });
    write('a.md', '[a](/gone/)');
    const { fixed } = await fixContent(context(root), await check());
    expect(fixed.map(({ fix }) => fix.done)).toEqual(['removed known problems fixed since: 3']);
    expect(baseline()).toEqual({ [FILE]: { 'dead-link': ['/gone/'] } });
    write('a.md', '[a](#no)');
    expect(await report()).toContain(`${FILE} error: link: no heading #no`);
  });

  test('keeps in dev what a build would still report', async () => {
    const draft = post({ draft: true });
    const { root, report } = await known({ 'a.md': '[a](/posts/b/)' });
    writeFileSync(join(root, 'src/content/posts/b.md'), draft);
    expect(await report()).toHaveLength(1);
    expect(await report('dev')).toEqual([]);
  });

  test('grows by what a stricter version reports', async () => {
    const { root, check, baseline, write } = await known({ 'a.md': '[a](/gone/)' });
    write('b.md', '![](/x.png)');
    addToBaseline((await check()).diagnostics, root);
    expect(baseline()).toEqual({
      [FILE]: { 'dead-link': ['/gone/'] },
      'src/content/posts/b.md': { 'missing-picture': ['/x.png'] },
    });
  });

  test('never has what takes a page away', async () => {
    const { root, check, write, report } = await known({ 'a.md': 'Text.' });
    expect(existsSync(join(root, BASELINE))).toBe(false);
    write('a.md', 'Text.');
    const broken = 'src/content/posts/b.md';
    writeFileSync(join(root, broken), '---\ntitle: B\n---\n');
    addToBaseline((await check()).diagnostics, root);
    writeFileSync(
      join(root, BASELINE),
      JSON.stringify({ [broken]: { 'front-matter': ['date: missing'] } }),
    );
    expect((await report()).join()).toContain(`${broken} error: `);
  });

  test.each(['{', '[]', '{"a": ["b"]}'])('must be valid: %s', async (text) => {
    const { root, report } = await known({ 'a.md': 'Text.' });
    writeFileSync(join(root, BASELINE), text);
    expect(await report()).toEqual([
      'check-baseline.json error: invalid; restore it, or delete it and run octavo check --baseline',
    ]);
  });
});
