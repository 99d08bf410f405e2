import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { pathKey } from '../addresses/path-key.ts';
import type { SourceFile } from '../content/content-file.ts';
import { picturesIn } from '../content/picture-keys.ts';
import { engineFolder } from '../engine-folder.ts';
import { blockedHtml } from '../html/blocked-html.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { baseOf, ejectedSource, originOf } from '../owner/ejected.ts';
import { originalOf } from '../owner/overridable.ts';
import type { Check, WholeSite } from './check.ts';
import { publishedUrls } from './occupants.ts';
import { builtPaths } from './site-index.ts';

const ACTIVE_SVG =
  'SVG: a script runs where the file is opened by itself; remove it, or have the host forbid it (the manual, Deploying: Headers)';

export const fileChecks: Check[] = [
  {
    id: 'file-ignored',
    ofSite: ({ ignored }) =>
      ignored.map(({ path, reason }) => ({ path, message: `file: ${reason}` })),
  },
  {
    id: 'override-outdated',
    ofSite: ({ replacements, text }) =>
      replacements.flatMap((path) => {
        const original = originalOf(path);
        const origin = originOf(text(path) ?? '');
        if (original === undefined || !origin) return [];
        const source = ejectedSource(readFileSync(join(engineFolder, original), 'utf8'), original);
        if (text(baseOf(path)) === source) return [];
        const { version, ...position } = origin;
        const message = `${basename(original, '.astro')}: the engine's component has changed since octavo ${version}; merge the changes with octavo upgrade`;
        return { path, position, message };
      }),
  },
  // Pictures and videos that show where they were taken, and that are published as they are.
  {
    id: 'picture-gps',
    ofSite: ({ located }) =>
      located.map((path) => {
        const isCleaned = /\.(?:jpe?g|png|webp)$/i.test(path);
        const fix = isCleaned ? 'move the file beside the post that shows it' : 'export it without';
        const message = `picture: published with the position (GPS) where it was taken; ${fix}`;
        return { path, message };
      }),
  },
  {
    id: 'picture-unused',
    ofSite: (site) => {
      const used = usedMedia(site);
      const isBundle = ({ path }: SourceFile) =>
        /^src\/content\/[^/]+\/.+\/index\.mdx?$/.test(path);
      const bundles = new Map(
        site.sources.filter(isBundle).map((file) => [posix.dirname(file.path), file]),
      );
      return site.media.flatMap((picture) => {
        const folder = parents(picture).find((one) => bundles.has(one));
        const bundle = folder && bundles.get(folder);
        if (!bundle || used.has(picture) || used.has(picture.replace(/\.dark(\.\w+)$/, '$1')))
          return [];
        // MDX may import the file or use it in an expression.
        if (bundle.format === 'mdx' && bundle.source.includes(posix.basename(picture))) return [];
        const name = posix.relative(folder, picture);
        return { path: bundle.path, message: `picture: ./${name} is unused; remove it or show it` };
      });
    },
  },
  // A page shows a picture without running its scripts, but its URL is a document of the site.
  {
    id: 'svg-script',
    ofSite: ({ svgFiles, text }) =>
      svgFiles.flatMap((path) => {
        const source = text(path) ?? '';
        const { children } = parseDocument(source, { xmlMode: true, withStartIndices: true });
        const active = DomUtils.findOne(hasScript, children);
        if (!active) return [];
        const position = positionIn(source, active.startIndex ?? 0);
        return { path, position, message: ACTIVE_SVG };
      }),
  },
  // A page in `public/` at the URL of another page would replace it without a message.
  {
    id: 'url-taken',
    ofSite: ({ publicPages, content, sources, settings, now }) => {
      if (publicPages.length === 0) return [];
      const owners = publishedUrls(sources, now);
      const built = new Set(builtPaths(content, { settings, now, mode: 'build' }).map(pathKey));
      return publicPages.flatMap((path) => {
        const key = pathKey(path.slice('public'.length));
        const owner = owners.get(key);
        // The check `alias-taken` reports those at an alias.
        const isTaken = owner ? pathKey(owner.url!) === key : built.has(key);
        const message = `public: ${key} is already the URL of ${owner?.path ?? 'a built-in page'}; delete or rename the file`;
        return isTaken ? [{ path, message }] : [];
      });
    },
  },
];

/** Returns the folders that a file is in, the innermost first. */
function parents(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...parents(folder)];
}

/** Returns the files that bodies show and front matter names. */
function usedMedia({ sources, usedFiles }: WholeSite): Set<string> {
  const named = sources.flatMap(({ path, frontMatter }) =>
    picturesIn(frontMatter.data).map(({ picture }) => posix.join(posix.dirname(path), picture)),
  );
  return new Set([...usedFiles, ...named]);
}

function hasScript({ name, attribs }: { name: string; attribs: Record<string, string> }): boolean {
  // Styles are part of a picture.
  const attributes = Object.entries(attribs).filter(([attribute]) => attribute !== 'style');
  const localName = name.replace(/^.*:/, '');
  return localName !== 'style' && blockedHtml(localName, attributes).length > 0;
}
