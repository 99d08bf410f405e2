// Sets the versions of the next release and writes its changelogs: npm run version
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const STARTER = 'packages/create-octavo/template/package.json';

const { status } = spawnSync('npx changeset version', { stdio: 'inherit', shell: true });
if (status !== 0) process.exit(1);

// Changesets leaves the root of the workspace alone, which is the example blog.
const read = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
const example = read('package.json');
const { version } = read('packages/octavo/package.json');
example.dependencies['octavo'] = version;
writeFileSync('package.json', `${JSON.stringify(example, null, 2)}\n`);
// The template is a blog too, for create-astro.
const starter = read(STARTER);
starter.dependencies['octavo'] = `^${version}`;
writeFileSync(STARTER, `${JSON.stringify(starter, null, 2)}\n`);
spawnSync('npm install --package-lock-only --ignore-scripts', { stdio: 'inherit', shell: true });
