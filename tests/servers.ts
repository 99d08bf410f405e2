import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { manual } from './docs.ts';
import type { TestSite } from './site.ts';

const recipes = manual().find(({ path }) => path.endsWith('guides/deploying.md'))!.fences;

/** Returns a file of the page about deploying, by its name there. */
export function recipe(name: string): string {
  const fence = recipes.find(({ words }) => words === `title="${name}"`);
  if (!fence) throw new Error(`the page about deploying has no file ${name}`);
  return `${fence.text}\n`;
}

/** A folder with the files of a site and its server. */
interface Place {
  folder: string;
  port: number;
  base: string;
}

export interface Program {
  command: string;
  /** The name of the rules of aliases and removed URLs, and of their file. */
  rules: [format: string, file: string];
  /** Whether it sends Brotli files. */
  hasBrotli: boolean;
  /** Writes the configuration; returns the arguments. */
  configure: (place: Place) => string[];
}

/** Returns a configuration of the manual with the file paths and URLs of a test. */
function placed(name: string, { folder, base }: Place): string {
  return recipe(name).replaceAll('/srv/', `${folder}/`).replaceAll('/404.html', `${base}404.html`);
}

const nginxModules = globSync('/etc/nginx/modules-enabled/*.conf');
const isRoot = process.getuid?.() === 0;

export const programs: Record<string, Program> = {
  nginx: {
    command: 'nginx',
    rules: ['nginx', 'rules.conf'],
    hasBrotli: nginxModules.some((file) => file.includes('brotli-static')),
    configure(place) {
      const { folder, port } = place;
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      const brotli = this.hasBrotli ? recipe('with the Brotli module') : '';
      const config = `
        ${isRoot ? 'user root;' : ''}
        ${nginxModules.map((file) => `include ${file};`).join('\n')}
        daemon off;
        pid ${folder}/nginx.pid;
        events {}
        http {
          access_log off;
          ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
          ${placed('/etc/nginx/conf.d/blog.conf', place)
            .replace('listen 80;', `listen 127.0.0.1:${port};`)
            .replace('gzip_static on;', `gzip_static on; ${brotli}`)}
        }`;
      writeFileSync(join(folder, 'nginx.conf'), config);
      return ['-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
    },
  },
  Caddy: {
    command: 'caddy',
    rules: ['caddy', 'rules.caddy'],
    hasBrotli: true,
    configure(place) {
      const config = placed('/etc/caddy/Caddyfile', place).replace(
        ':example.com',
        `::${place.port}`,
      );
      writeFileSync(join(place.folder, 'Caddyfile'), `{\n\tadmin off\n}\n${config}`);
      return ['run', '--config', join(place.folder, 'Caddyfile')];
    },
  },
  Apache: {
    command: 'apache2',
    rules: ['apache', 'rules.htaccess'],
    hasBrotli: true,
    configure(place) {
      const { folder, port, base } = place;
      const rules = readFileSync(join(folder, 'rules.htaccess'), 'utf8');
      writeFileSync(
        join(folder, 'www', base, '.htaccess'),
        placed('public/.htaccess', place) + rules,
      );
      const modules = [
        ...['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'alias', 'deflate'],
        ...['filter', 'autoindex', 'negotiation'],
      ];
      const config = `
        ServerRoot ${folder}
        ServerName localhost
        PidFile ${folder}/apache.pid
        Listen 127.0.0.1:${port}
        ErrorLog "|/bin/cat 1>&2"
        ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
        ${isRoot ? 'User www-data\nGroup www-data' : ''}
        TypesConfig /etc/mime.types
        Include /etc/apache2/mods-available/mime.conf
        DocumentRoot ${folder}/www
        <Directory ${folder}/www>
          AllowOverride All
          Require all granted
        </Directory>`;
      writeFileSync(join(folder, 'apache.conf'), config);
      return ['-X', '-f', join(folder, 'apache.conf')];
    },
  },
};

const running: ChildProcess[] = [];
const folders: string[] = [];

/** Stops all servers, and deletes their folders when nothing is written to them any more. */
export async function stopServers(): Promise<void> {
  const ends = running
    .filter(({ exitCode }) => exitCode === null)
    .map((child) => once(child, 'exit'));
  for (const child of running) child.kill();
  await Promise.all(ends);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Starts a server of a site, with the rules of the blog in a folder; returns a function that requests
 * paths below its base path.
 */
export async function start(program: Program, site: TestSite, rulesOf = site.folder) {
  const [format, file] = program.rules;
  const { base } = site;
  const folder = mkdtempSync(join(tmpdir(), 'octavo-server-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  mkdirSync(join(folder, 'www', base), { recursive: true });
  cpSync(join(site.folder, 'dist'), join(folder, 'www', base), { recursive: true });
  for (const ending of ['br', 'gz'])
    rmSync(join(folder, 'www', base, `posts/a/index.html.${ending}`));
  const print = [join(site.folder, 'server-rules.mjs'), format];
  writeFileSync(join(folder, file), execFileSync(process.execPath, print, { cwd: rulesOf }));
  const place = { folder, base, port: await freePort() };
  const child = spawn(program.command, program.configure(place));
  let printed = '';
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  running.push(child);
  const request = (path: string, accepted = '', etag = '') =>
    answerOf(place, path, { 'accept-encoding': accepted, 'if-none-match': etag });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program.command} ended:\n${printed}`);
    if (await request('').catch(() => undefined)) return request;
    await setTimeout(50);
  }
}

function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  return new Promise((resolve) =>
    server.on('listening', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    }),
  );
}

function answerOf(
  { port, base }: Place,
  path: string,
  headers: OutgoingHttpHeaders,
): Promise<Answer> {
  const options = { host: 'localhost', family: 4, port, path: base + path, headers };
  return new Promise((resolve, reject) => {
    get(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}
