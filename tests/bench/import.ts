// Prints what importing a Hugo blog of 5,000 posts costs, beside merely reading its files: each
// post has 900 words, four blocks of code, shortcodes, links and a picture, the same in every run.
//
//   npm run bench:import
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../packages/octavo-import/src/old/files-below.ts';
import { importHugo } from '../../packages/octavo-import/src/hugo/import-hugo.ts';
import { planFiles } from '../../packages/octavo-import/src/write/plan.ts';
import { carryOut } from '../../packages/octavo-import/src/write/write.ts';
import { words } from '../posts.ts';

const POSTS = 5000;

const [root, project] = [
  mkdtempSync(join(tmpdir(), 'octavo-old-')),
  mkdtempSync(join(tmpdir(), 'octavo-new-')),
];
write('hugo.toml', 'baseURL = "https://old.example/"\ntitle = "Old"\n');
for (let index = 0; index < POSTS; index++) {
  write(`content/posts/post-${index}/index.md`, post(index));
  write(`content/posts/post-${index}/a.png`, 'a picture');
}

const reading = seconds(() => {
  for (const path of filesBelow(root, root).files) readFileSync(join(root, path));
});
const importing = seconds(() => {
  const site = importHugo(root, { now: Date.now(), machineZone: 'UTC' });
  const options = { written: {}, force: false, replaceable: new Set<string>() };
  carryOut(project, planFiles(project, site.files, options), {});
});
const times = (importing.processor / reading.processor).toFixed(0);
console.log(
  `${POSTS} posts imported in ${importing.passed.toFixed(1)} s (processor: ${importing.processor.toFixed(1)} s), ${times} times as much work as reading them`,
);
for (const folder of [root, project]) rmSync(folder, { recursive: true });

/** Returns the seconds that passed, and those that the processor worked. */
function seconds(work: () => void): { passed: number; processor: number } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { passed: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

function write(path: string, source: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
}

function post(index: number): string {
  const part = (number: number) => `## Part ${number}

${words(110, index * number)}

- ${words(55)}
- [Another](../post-${(index * 7) % POSTS}/#part-2), and ${words(55)}

{{< highlight go "linenos=true" >}}
func part${number}(items []string) int { return len(items) * ${index} }
{{< /highlight >}}
`;
  const head = `title: "Post ${index}"\ndate: 2020-01-02T10:30:00+01:00\ntags: [One, "Tag ${index % 50}"]\naliases: [/old/${index}/]\ndescription: A post.`;
  return `---\n${head}\n---\n${[1, 2, 3, 4].map(part).join('\n')}\n{{< figure src="a.png" alt="A picture" >}}\n`;
}
