// npm run bench:search: what the search page finds, what it transfers and how long it takes, for the
// queries of tests/bench/search/. It opens the page by its URL and reads the links of the results.
//
//   npm run bench:search -- --posts 1000 --languages en,ja --misses
//   npm run bench:search -- --site ../blog/dist --base /blog/ --queries queries.jsonl
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../scripts/browser.ts';
import { Progress } from '../../packages/octavo/src/terminal/progress.ts';
import { reportFailure } from '../../packages/octavo/src/terminal/report-failure.ts';
import { UsageError } from '../../packages/octavo/src/terminal/usage-error.ts';
import { serve } from '../serve.ts';
import { BuiltSite, TestSite } from '../site.ts';
import { readCount, readNames } from './options.ts';
import { LANGUAGES, postsToSearch, type Language } from './search/posts.ts';
import { readQueries, typosOf, type Query } from './search/queries.ts';
import { costLine, rankOf, scoresTable, type Answer } from './search/scores.ts';
import { searchByUrl, typeAgain } from './search/search-in-browser.ts';
import { textTable } from './table.ts';

/** Every so many queries, the time after a key is measured too. */
const TYPED_EVERY = 4;

/** A built blog with its queries. */
interface Search {
  name: string;
  site: BuiltSite;
  queries: Query[];
  /** Of the search index, after an edit of a post. */
  processorTime?: string | undefined;
}

const progress = new Progress();
try {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '300' },
      languages: { type: 'string', default: LANGUAGES.join() },
      site: { type: 'string' },
      base: { type: 'string', default: '/' },
      queries: { type: 'string' },
      misses: { type: 'boolean', default: false },
    },
  });
  const count = readCount('--posts', values.posts);
  const languages = readNames('--languages', values.languages, LANGUAGES);
  const searches =
    values.site === undefined
      ? languages.map((language) => () => ownSearch(language, count))
      : [() => otherSearch(values.site!, values.base, values.queries)];
  await run(searches, values.misses);
} catch (error) {
  progress.clear();
  reportFailure(error);
}

async function run(searches: (() => Promise<Search>)[], showsMisses: boolean): Promise<void> {
  const all: Answer[] = [];
  for (const make of searches) {
    const search = await make();
    const { open, answers } = await answersOf(search);
    progress.clear();
    console.log(costLine(search.name, open, answers));
    if (search.processorTime) console.log(`  index after an edit: ${search.processorTime} CPU`);
    if (showsMisses) for (const answer of answers) printMiss(answer);
    all.push(...answers);
  }
  console.log(`\n${textTable(scoresTable(all))}`);
}

async function ownSearch(language: Language, count: number): Promise<Search> {
  progress.show(`building ${count} posts, ${language}`);
  const files = postsToSearch(language, count);
  const site = new TestSite(`bench-search-${language}`, { settings: { language }, files });
  await site.mustBuild();
  const queries = readQueries(new URL(`search/queries-${language}.jsonl`, import.meta.url));
  return {
    ...{ name: language, site, queries: [...queries, ...typosOf(queries)] },
    processorTime: await editTime(site, Object.keys(files)[0]!),
  };
}

/** Edits a post; returns the processor time of the search index in the next build. */
async function editTime(site: TestSite, post: string): Promise<string | undefined> {
  site.edit(`content/${post}`, /$/, '\nA sentence.\n');
  const { stdout } = await site.octavo('build', '--profile');
  return /(\d+ ms) CPU {2}search index/.exec(stdout)?.[1];
}

function otherSearch(dist: string, base: string, queries: string | undefined): Promise<Search> {
  if (queries === undefined) throw new UsageError('--site needs --queries');
  if (basename(resolve(dist)) !== 'dist') throw new UsageError(`--site: ${dist} is no folder dist`);
  const site = new BuiltSite(dirname(resolve(dist)), base);
  return Promise.resolve({ name: dist, site, queries: readQueries(queries) });
}

async function answersOf({ name, site, queries }: Search) {
  const server = await serve(site);
  const browser = await launchBrowser();
  const searchPage = `${server.url}search/`;
  try {
    const { bytes: open } = await searchByUrl(browser, searchPage);
    const answers: Answer[] = [];
    for (const [index, query] of queries.entries()) {
      progress.show(`${name} ${index + 1}/${queries.length}: ${query.query}`);
      const { page, results, bytes, milliseconds } = await searchByUrl(
        browser,
        searchPage,
        query.query,
      );
      const answer: Answer = {
        ...query,
        language: name,
        results,
        bytes: bytes - open,
        milliseconds,
      };
      if (index % TYPED_EVERY === 0) answer.typed = await typeAgain(page, query.query);
      answers.push(answer);
      await page.context().close();
    }
    return { open, answers };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Prints a query whose first result is wrong. */
function printMiss(answer: Answer): void {
  const { kind, query, results, paths } = answer;
  const isMiss = kind === 'none' ? results.length > 0 : rankOf(answer) !== 1;
  if (isMiss)
    console.log(
      `  ${kind} ${query}: ${rankOf(answer) || '–'} ${paths.join()}; found ${results.length}: ${results.slice(0, 3).join(' ')}`,
    );
}
