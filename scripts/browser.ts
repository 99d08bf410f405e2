// The browser for tests and pictures: from the packages on Linux x64, elsewhere the installed Chrome.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

/** Launches a headless Chromium, with a port for remote debugging if one is given. */
export async function launchBrowser({ port }: { port?: number } = {}): Promise<Browser> {
  const args = port === undefined ? ARGUMENTS : [...ARGUMENTS, `--remote-debugging-port=${port}`];
  return chromium.launch({ args, ...(await packagedBrowser()) });
}

/** Launches the same browser for other processes, which connect to its `wsEndpoint()`. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ args: ARGUMENTS, ...(await packagedBrowser()) });
}

/** Returns the browser of the packages, unpacked once for each version. */
async function packagedBrowser(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const folder = join(cacheFolder(), `chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpack(folder);
  const libraries = join(folder, 'al2023', 'lib');
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), env: env as Record<string, string> };
}

/**
 * Unpacks into a folder of this process and renames it when it is complete: several processes may
 * unpack at once, and a browser cannot start while it is written.
 */
async function unpack(folder: string): Promise<void> {
  const own = `${folder}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  // The package unpacks into the folder for temporary files, with the libraries that Chromium
  // needs where it takes the machine for AWS Lambda.
  const inherited = { ...process.env };
  Object.assign(process.env, { TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    restore(inherited);
  }
  writeFileSync(join(own, 'fonts', 'fonts.conf'), fontconfig(folder));
  try {
    renameSync(own, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true });
  }
}

/** The font of the package; its own configuration expects it in /tmp. */
function fontconfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function restore(environment: NodeJS.ProcessEnv): void {
  for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
    if (environment[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = environment[name];
  }
}

function cacheFolder(): string {
  return fileURLToPath(new URL('../.cache', import.meta.url));
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let folder = dirname(entry);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return (createRequire(import.meta.url)(join(folder, 'package.json')) as { version: string })
    .version;
}
