import type { AstroConfig } from 'astro';

/** The integrations and Vite plugins that a build without Vite replaces, or does not need. */
const KNOWN = /^(?:octavo$|octavo:|@astrojs\/(?:mdx|sitemap)|@mdx-js\/)/;

/** Returns the part of a configuration that needs Astro and Vite; `undefined` if none does. */
export function whyVite(config: AstroConfig): string | undefined {
  const { integrations, vite, output, adapter, redirects, i18n, build } = config;
  const inBuild = integrations.filter(({ hooks }) =>
    Object.keys(hooks).some((hook) => hook.startsWith('astro:build:')),
  );
  const plugins = (vite.plugins ?? []).flat() as { name?: string }[];
  const names = [...inBuild, ...plugins].map(({ name = 'a Vite plugin' }) => name);
  // Of two sitemaps, the second is the owner's.
  const isOwn = (name: string, index: number) =>
    !KNOWN.test(name) || (name.endsWith('sitemap') && names.indexOf(name) !== index);
  const isOther =
    (adapter ?? i18n ?? build.assetsPrefix) !== undefined ||
    output !== 'static' ||
    build.format !== 'directory' ||
    Object.keys(redirects).length > 0;
  return isOther ? 'astro.config' : names.find(isOwn);
}
