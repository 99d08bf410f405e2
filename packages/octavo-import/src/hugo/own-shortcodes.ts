import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { texts } from '../old/values.ts';
import type { HugoConfig } from './config.ts';

/**
 * Returns the templates of the shortcodes of a site and its themes by their names; those of the
 * site come first.
 */
export function ownShortcodes(root: string, { values }: HugoConfig): Map<string, string> {
  const themes = texts(values['theme']).map((theme) => `themes/${theme}/`);
  const templates = new Map<string, string>();
  for (const place of ['', ...themes, 'themes/*/', '_vendor/**/'])
    for (const path of globSync(`${place}layouts/{shortcodes,_shortcodes}/**/*.html`, {
      cwd: root,
    })) {
      const [, name = ''] = /\/_?shortcodes\/(.*)\.html$/.exec(path.replaceAll('\\', '/')) ?? [];
      if (!templates.has(name)) templates.set(name, readFileSync(join(root, path), 'utf8'));
    }
  return templates;
}
