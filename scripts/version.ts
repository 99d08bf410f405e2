// Sets the versions of the next release and writes its changelogs: npm run version
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { status } = spawnSync('npx changeset version', { stdio: 'inherit', shell: true });
if (status !== 0) process.exit(1);

// Changesets leaves the root of the workspace alone, which is the example blog.
const read = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
const example = read('package.json');
example.dependencies['octavo'] = read('packages/octavo/package.json').version;
writeFileSync('package.json', `${JSON.stringify(example, null, 2)}\n`);
spawnSync('npm install --package-lock-only --ignore-scripts', { stdio: 'inherit', shell: true });
