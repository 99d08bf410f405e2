import { spawnSync } from 'node:child_process';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../../package.json' with { type: 'json' };
import { manual } from '../../docs.ts';

/** The files of the page about deploying, by name; `tests/all/servers.test.ts` runs those of servers. */
const page = manual().find(({ path }) => path.endsWith('guides/deploying.md'))!;
const files = Object.fromEntries(
  page.fences.flatMap(({ words, text }) => {
    const name = /^title="(.*)"$/.exec(words)?.[1];
    return name === undefined ? [] : [[name, text]];
  }),
);

test('the buttons of README.md deploy this repository', () => {
  const readme = manual().find(({ path }) => path === 'README.md')!;
  const buttons = readme.links
    .map(({ url }) => url)
    .filter((url) => url.includes('deploy') && url.includes('?'));
  const repository = packageJson.repository.replace('github:', 'https://github.com/');
  expect(buttons.map((url) => [...new URL(url).searchParams.values()])).toEqual([
    [repository],
    [repository],
  ]);
});

describe('the recipes for hosts', () => {
  test('are valid JSON, YAML and shell scripts', () => {
    expect(JSON.parse(files['vercel.json']!)).toHaveProperty('outputDirectory', 'dist');
    expect(JSON.parse(files['wrangler.json']!)).toHaveProperty('assets.directory', './dist');
    expect(parse(files['.gitlab-ci.yml']!)).toHaveProperty('pages.pages.publish', 'dist');
    for (const name of ['deploy.sh', 'deploy-s3.sh'])
      expect(spawnSync('sh', ['-n'], { input: files[name] }).stderr.toString()).toBe('');
  });

  test.each([
    'public/_headers',
    'vercel.json',
    '/etc/nginx/conf.d/blog.conf',
    '/etc/caddy/Caddyfile',
    'public/.htaccess',
  ])('send the same headers: %s', (name) => {
    for (const value of [
      'public, max-age=31536000, immutable',
      "frame-ancestors 'none'",
      "script-src 'none'",
      'nosniff',
      'strict-origin-when-cross-origin',
    ])
      expect(files[name]).toContain(value);
    expect(files[name]).toMatch(/Strict-Transport-Security[", :valuekey]*max-age=31536000/);
  });

  test.each([
    ['/', '/index.html'],
    ['/about/', '/about/index.html'],
    ['/posts/node.js/', '/posts/node.js/index.html'],
    ['/posts/gr%C3%B6%C3%9Fe.md', '/posts/gr%C3%B6%C3%9Fe.md'],
    ['/about', { statusCode: 301, headers: { location: { value: '/about/' } } }],
  ])('find the file of %s in S3', (uri, expected) => {
    const context = createContext({ event: { request: { uri } } });
    const result: unknown = runInContext(`${files['viewer-request.js']}\nhandler(event)`, context);
    expect(result).toMatchObject(typeof expected === 'string' ? { uri: expected } : expected);
  });
});
