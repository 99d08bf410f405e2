import { attribute, elements, text } from './html.ts';

/** What machines read in the head of a page. */
export interface Head {
  title: string;
  /** The contents of each meta element by its name or property. */
  meta: Record<string, string[]>;
  /** The addresses of each link element by its relation, and its type where it has one. */
  links: Record<string, string[]>;
  /** Its structured data by type. */
  data: Record<string, Thing>;
}

export interface Thing {
  '@type': string | string[];
  [property: string]: unknown;
}

/** Returns the head of a page; throws where its structured data is no JSON, or of no context. */
export function headOf(html: string): Head {
  const [head] = html.split('</head>');
  const [title] = elements(head!, 'title');
  const collected = (names: [string, string | undefined][]) => {
    const all: Record<string, string[]> = {};
    for (const [name, value] of names) (all[name] ??= []).push(value ?? '');
    return all;
  };
  return {
    title: title ? text(title) : '',
    meta: collected(
      elements(head!, 'meta').map((meta) => [
        attribute(meta, 'name') ?? attribute(meta, 'property') ?? '',
        attribute(meta, 'content'),
      ]),
    ),
    links: collected(
      elements(head!, 'link').map((link) => [
        [attribute(link, 'rel'), attribute(link, 'type')].filter(Boolean).join(' '),
        attribute(link, 'href'),
      ]),
    ),
    data: Object.fromEntries(scripts(head!).map((thing) => [String(thing['@type']), thing])),
  };
}

function scripts(head: string): Thing[] {
  const found = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return found.map(([, json = '']) => {
    const thing = JSON.parse(json) as Thing;
    if (thing['@context'] !== 'https://schema.org') throw new Error(`no context: ${json}`);
    return thing;
  });
}
