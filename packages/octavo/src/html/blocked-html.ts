/** HTML that is removed from a text: an element, or some of its attributes. */
interface BlockedHtml {
  message: string;
  /** Absent where the element is removed. */
  attributes?: string[];
}

/** Values by names in lower case without `-` and `:`; code in MDX is an object. */
type Attributes = ReadonlyMap<string, unknown>;

/** The names of elements, the message about one, and when it is removed, if not always. */
type ElementRule = [names: string, message: string, isBlocked?: (of: Attributes) => boolean];

/** What the security policy blocks, and what would change the page or lead a reader away unasked. */
const ELEMENTS: readonly ElementRule[] = [
  ['script', 'a script in Markdown is removed; the security policy does not allow it'],
  ['style', 'a style element in Markdown is removed; use src/styles/theme.css'],
  [
    'iframe frame frameset fencedframe portal object embed applet',
    '<NAME> is removed, since the security policy blocks it; use a link',
  ],
  ['base', '<NAME> is removed, since it changes all links of the page; write whole URLs'],
  [
    'meta link',
    '<NAME> is removed; use src/slots/head.astro or src/styles/theme.css',
    // Microdata may have them in a text.
    (attributes) =>
      !attributes.has('itemprop') ||
      ['name', 'httpequiv', 'rel'].some((name) => attributes.has(name)),
  ],
  [
    'form',
    'a form that is sent to another site is removed; use a link',
    (attributes) => isElsewhere(attributes.get('action')),
  ],
  [
    // What is text to a browser may be elements to another parser, and the other way round.
    'noscript template xmp plaintext noembed noframes',
    '<NAME> is removed, since its content is not shown as HTML; write it without',
  ],
  [
    'animate set',
    '<NAME> is removed, since it changes a link or a handler',
    (attributes) => /^on|href$/i.test(String(attributes.get('attributename'))),
  ],
];

const RULES = new Map(
  ELEMENTS.flatMap((rule) => rule[0].split(' ').map((name) => [name, rule] as const)),
);

/** The message, and the attributes that are removed. */
type AttributeRule = [
  message: string,
  isBlocked: (name: string, value: unknown, element: string) => boolean,
];

const ATTRIBUTES: readonly AttributeRule[] = [
  [
    'a style attribute is removed; use a class and src/styles/theme.css',
    (name) => name === 'style',
  ],
  [
    'a handler in an attribute (onclick …) is removed; the security policy blocks it',
    (name) => /^on[a-z]/.test(name),
  ],
  [
    'a javascript: or data: URL is removed; link to a page or a file',
    (name, value, element) =>
      ['href', 'xlinkhref', 'src', 'action', 'formaction'].includes(name) &&
      (['javascript:', 'vbscript:'].includes(protocolOf(value)) ||
        (protocolOf(value) === 'data:' && !isPicture(name, element))),
  ],
  [
    'a formaction of another site is removed; use a link',
    (name, value) => name === 'formaction' && isElsewhere(value),
  ],
  ['a ping attribute is removed; the security policy blocks it', (name) => name === 'ping'],
  ['data-picture is a mark of the engine, and is removed', (name) => name === 'datapicture'],
];

/** Returns what is removed of an element; `attributes` are decoded. */
export function blockedHtml(
  element: string,
  attributes: Iterable<readonly [string, unknown]>,
): BlockedHtml[] {
  const name = element.toLowerCase();
  const given = [...attributes].map(([own, value]) => ({ own, value, key: keyOf(own) }));
  const byKey = new Map(given.map(({ key, value }) => [key, value]));
  const [, message, isBlocked] = RULES.get(name) ?? [];
  if (message && (isBlocked?.(byKey) ?? true)) return [{ message: message.replace('NAME', name) }];
  return ATTRIBUTES.flatMap(([message, isBlocked]) => {
    const blocked = given.filter(({ key, value }) => isBlocked(key, value, name));
    return blocked.length > 0 ? [{ message, attributes: blocked.map(({ own }) => own) }] : [];
  });
}

/** HTML has `http-equiv` and `xlink:href`, its tree `httpEquiv` and `xLinkHref`. */
function keyOf(attribute: string): string {
  return attribute.replace(/[-:]/g, '').toLowerCase();
}

function isPicture(attribute: string, element: string): boolean {
  return attribute === 'src' || ['image', 'feimage'].includes(element);
}

/** Of a scheme that no text has: `https:a.b` is relative to a page by HTTPS alone. */
const SITE = 'ftp://site.invalid';

/** Returns the protocol of a URL as browsers read it: that of `java\nscript:` is `javascript:`. */
function protocolOf(url: unknown): string {
  return (typeof url === 'string' && URL.parse(url, SITE)?.protocol) || '';
}

function isElsewhere(url: unknown): boolean {
  return typeof url === 'string' && URL.parse(url, SITE)?.origin !== SITE;
}
