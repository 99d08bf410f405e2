// Prints what drawing 1,000 social cards costs, and what finding them drawn does:
//
//   npm run bench:cards
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineFolder } from '../../packages/octavo/src/engine-folder.ts';
import { cardMaker } from '../../packages/octavo/src/cards/social-card.ts';

const CARDS = 1000;
const TITLES = [
  ['of words in English', 'Analyzing Go Binary Sizes'],
  ['of words in Japanese', 'コンテナとプロキシのあいだにある仕組みについて'],
] as const;

const SITE = { title: 'Octavo', site: 'octavo.example' };
const POST = {
  site: 'Octavo',
  by: 'The Octavo team',
  date: 'January 6, 2024',
  tags: ['Go', 'Linux'],
};

const repository = fileURLToPath(new URL('../..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'octavo-cards-'));
cpSync(join(repository, 'package.json'), join(root, 'package.json'));
symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));

for (const [kind, title] of TITLES) {
  console.log(
    `${CARDS} cards ${kind}: drawn in ${await measured(title)}, found in ${await measured(title)}`,
  );
}
rmSync(root, { recursive: true });

/** Returns the time and the processor time of making all cards, as a text. */
async function measured(title: string): Promise<string> {
  const start = performance.now();
  const before = process.cpuUsage();
  const maker = cardMaker({ root, engine: engineFolder }, 'en', SITE);
  for (let card = 0; card < CARDS; card++) await maker({ ...POST, title: `${title} ${card}` });
  const { user, system } = process.cpuUsage(before);
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return `${seconds(performance.now() - start)} (processor: ${seconds((user + system) / 1000)})`;
}
