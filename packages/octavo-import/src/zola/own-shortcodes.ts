import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ZolaConfig } from './config.ts';

/** The templates of the shortcodes of a site and its theme; those of the site come first. */
export function ownShortcodes(root: string, { themes }: ZolaConfig) {
  const templates = new Map<string, string>();
  const markdown = new Set<string>();
  for (const place of ['', ...themes.map((theme) => `themes/${theme}/`)])
    for (const path of globSync(`${place}templates/shortcodes/**/*.{html,md}`, { cwd: root })) {
      const name = posix.basename(path.replaceAll('\\', '/')).replace(/\.\w+$/, '');
      if (templates.has(name)) continue;
      templates.set(name, readFileSync(join(root, path), 'utf8'));
      if (path.endsWith('.md')) markdown.add(name);
    }
  return { ownShortcodes: templates, markdownShortcodes: markdown };
}
