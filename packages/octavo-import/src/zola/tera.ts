import { Liquid } from 'liquidjs';
import type { TemplateData } from '../shortcodes/shortcode-context.ts';

/**
 * Returns the output of a template of Tera, run by Liquid, whose syntax is nearly the same; `undefined`
 * if Liquid cannot run it.
 */
export function runTera(template: string, data: TemplateData): string | undefined {
  const source = asLiquid(template);
  if (source === undefined) return undefined;
  const values = new Map([...data.named].map(([name, value]) => [name, valueOf(value)]));
  const engine = new Liquid({ strictFilters: true, lenientIf: true, outputEscape: 'escape' });
  engine.registerFilter('markdown', {
    raw: true,
    handler: (value: unknown) => {
      const text = String(value ?? '');
      return text === data.inner ? text : data.markdown(text);
    },
  });
  try {
    return String(
      engine.parseAndRenderSync(source, {
        ...Object.fromEntries(values),
        ...{ body: data.inner, nth: data.ordinal },
        page: { ...data.params, extra: data.params, title: data.title },
        config: { ...data.siteParams, extra: data.siteParams, base_url: '' },
      }),
    );
  } catch {
    return undefined;
  }
}

/** Returns a template of Tera as one of Liquid; `undefined` where that has no equivalent. */
function asLiquid(template: string): string | undefined {
  const made = template
    .replace(/\{#[\s\S]*?#\}/g, '')
    .replace(/\{[{%][\s\S]*?[%}]\}/g, (tag) => tagOf(tag));
  const hasMore = [...made.matchAll(/\{[{%][\s\S]*?[%}]\}/g)].some(([tag]) =>
    /\b\w+\(|::|~|\b(?:import|macro|block|include|extends)\b/.test(tag.replace(STRING, '""')),
  );
  return hasMore ? undefined : made;
}

const STRING = /"[^"]*"|'[^']*'|`[^`]*`/g;

function tagOf(tag: string): string {
  return tag
    .replace(/^\{%(-?)\s*(?:set|set_global)\s/, '{%$1 assign ')
    .replace(/^\{%(-?)\s*elif\s/, '{%$1 elsif ')
    .replace(/\bget_url\(\s*path\s*=\s*("[^"]*"|'[^']*'|[\w.]+)[^)]*\)/g, '$1')
    .replace(/\s+is\s+(?:not\s+defined|undefined)\b/g, ' == nil')
    .replace(/\s+is\s+defined\b/g, ' != nil')
    .replace(/\|\s*safe\b/g, '| raw')
    .replace(/\|\s*markdown(?:\([^)]*\))?(?:\s*\|\s*raw)?/g, '| markdown | raw')
    .replace(/\|\s*trim\b/g, '| strip')
    .replace(/\|\s*(?:lower|upper)\b/g, (filter) =>
      filter
        .replace(/lower|upper/, '$&case')
        .replace('lowercase', 'downcase')
        .replace('uppercase', 'upcase'),
    )
    .replace(/\|\s*(\w+)\(\s*(?:\w+\s*=\s*)?("[^"]*"|'[^']*'|[\w.-]+)\s*\)/g, '| $1: $2');
}

/** Returns an argument with the type that it is written in. */
function valueOf(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  if (!written.startsWith('[')) return written;
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}
