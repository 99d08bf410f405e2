import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { CommandResult } from './run-in-process.ts';
import { BuiltSite, sitesFolder, TestSite, type Fixture } from './site.ts';

/** A site that other test files read too, so that no test may change it. */
export class SharedSite extends BuiltSite {
  /** What its build printed. */
  readonly result: CommandResult;

  constructor(name: string, base: string, result: CommandResult) {
    super(join(sharedFolder(), name), base);
    this.result = result;
  }
}

/** What is written beside a shared site once its build has ended. */
interface BuildRecord {
  base: string;
  result: CommandResult;
}

/** Returns the fixture of a site, or the site itself, which must have the given name. */
type Make = (name: string) => Fixture | TestSite | Promise<Fixture | TestSite>;

/** Returns a function that returns a built site: the first test file that calls it builds it. */
export function sharedSite(name: string, make: Make): () => Promise<SharedSite> {
  return async () => {
    const record = join(sharedFolder(), `${name}.json`);
    if (isFirst(name)) {
      writeFileSync(`${record}.new`, JSON.stringify(await build(name, make)));
      renameSync(`${record}.new`, record);
    }
    while (!existsSync(record)) await setTimeout(50);
    const { base, result } = JSON.parse(readFileSync(record, 'utf8')) as BuildRecord;
    if (result.status !== 0)
      throw new Error(`the build of ${name} failed:\n${result.stdout}${result.stderr}`);
    return new SharedSite(name, base, result);
  };
}

async function build(name: string, make: Make): Promise<BuildRecord> {
  try {
    const folder = join(inject('sharedSites'), name);
    const made = await make(folder);
    const site = made instanceof TestSite ? made : new TestSite(folder, made);
    return { base: site.base, result: await site.build() };
  } catch (error) {
    return { base: '/', result: { status: 1, stdout: '', stderr: String(error) } };
  }
}

/** Returns true for one caller among all processes, since only one can make the folder. */
function isFirst(name: string): boolean {
  mkdirSync(sharedFolder(), { recursive: true });
  try {
    mkdirSync(join(sharedFolder(), `${name}.lock`));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function sharedFolder(): string {
  return join(sitesFolder, inject('sharedSites'));
}
