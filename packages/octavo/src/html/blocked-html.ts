/** HTML that is removed from a text: an element, or some of its attributes. */
interface BlockedHtml {
  message: string;
  /** True where it could run a script. */
  isActive: boolean;
  /** Absent where the element is removed. */
  attributes?: string[];
}

interface Rule {
  message: (element: string) => string;
  isActive?: true;
  /** True for an element that is removed. */
  element?: (name: string, attributes: Attributes) => boolean;
  /** True for an attribute that is removed. */
  attribute?: (name: string, value: unknown, element: string) => boolean;
}

/** Values by names in lower case without `-` and `:`; code in MDX is an object. */
type Attributes = ReadonlyMap<string, unknown>;

const oneOf = (names: string) => {
  const set = new Set(names.split(' '));
  return (name: string) => set.has(name);
};

/** What the security policy blocks, and what would change the page or lead a reader away unasked. */
const RULES: readonly Rule[] = [
  {
    message: () => 'a script in Markdown is removed; the security policy does not allow it',
    element: oneOf('script'),
    isActive: true,
  },
  {
    message: () => 'a style element in Markdown is removed; use src/styles/theme.css',
    element: oneOf('style'),
  },
  {
    message: (name) => `<${name}> is removed, since the security policy blocks it; use a link`,
    element: oneOf('iframe frame frameset fencedframe portal object embed applet'),
    isActive: true,
  },
  {
    message: () => '<base> is removed, since it changes all links of the page; write whole URLs',
    element: oneOf('base'),
  },
  {
    message: (name) => `<${name}> is removed; use src/slots/head.astro or src/styles/theme.css`,
    // Microdata may have them in a text.
    element: (name, attributes) => ['meta', 'link'].includes(name) && !attributes.has('itemprop'),
  },
  {
    message: () => 'a form that is sent to another site is removed; use a link',
    element: (name, attributes) => name === 'form' && isElsewhere(attributes.get('action')),
  },
  {
    // What is text to a browser may be elements to another parser, and the other way round.
    message: (name) =>
      `<${name}> is removed, since its content is not shown as HTML; write it without`,
    element: oneOf('noscript template xmp plaintext noembed noframes'),
  },
  {
    message: (name) => `<${name}> is removed, since it changes a link or a handler`,
    element: (name, attributes) =>
      ['animate', 'set'].includes(name) &&
      /^on|href$/i.test(String(attributes.get('attributename'))),
    isActive: true,
  },
  {
    message: () => 'a style attribute is removed; use a class and src/styles/theme.css',
    attribute: oneOf('style'),
  },
  {
    message: () =>
      'a handler in an attribute (onclick …) is removed; the security policy blocks it',
    attribute: (name) => /^on[a-z]/.test(name),
    isActive: true,
  },
  {
    message: () => 'a javascript: or data: URL is removed; link to a page or a file',
    attribute: (name, value, element) =>
      URLS.has(name) &&
      (isOf(SCRIPTS, value) || (isOf(DATA, value) && name !== 'src' && !PICTURES.has(element))),
    isActive: true,
  },
  {
    message: () => 'a formaction of another site is removed; use a link',
    attribute: (name, value) => name === 'formaction' && isElsewhere(value),
  },
  {
    message: () => 'a ping attribute is removed; the security policy blocks it',
    attribute: oneOf('ping'),
  },
  {
    message: () => 'data-picture is an attribute of the engine, and is removed',
    attribute: oneOf('datapicture'),
  },
];

/** Returns what is removed of an element; `attributes` are decoded. */
export function blockedHtml(
  element: string,
  attributes: Iterable<readonly [string, unknown]>,
): BlockedHtml[] {
  const [name, given] = [element.toLowerCase(), [...attributes]];
  const key = (attribute: string) => attribute.replace(/[-:]/g, '').toLowerCase();
  const byKey = new Map(given.map(([attribute, value]) => [key(attribute), value]));
  const whole = RULES.find((rule) => rule.element?.(name, byKey));
  if (whole) return [{ message: whole.message(name), isActive: whole.isActive ?? false }];
  return RULES.flatMap(({ message, isActive = false, attribute }) => {
    const blocked = given.filter(([own, value]) => attribute?.(key(own), value, name));
    if (blocked.length === 0) return [];
    return [{ message: message(name), isActive, attributes: blocked.map(([own]) => own) }];
  });
}

const URLS = new Set(['href', 'xlinkhref', 'src', 'action', 'formaction']);
const SCRIPTS = ['javascript:', 'vbscript:'];
const DATA = ['data:'];
/** Elements of SVG whose `href` is a picture. */
const PICTURES = new Set(['image', 'feimage']);

/** Of a scheme that no text has: `https:a.b` is relative to a page by HTTPS alone. */
const SITE = 'ftp://site.invalid';

function isOf(protocols: readonly string[], url: unknown): boolean {
  // As a browser reads it: `java\nscript:` is `javascript:`.
  const protocol = typeof url === 'string' && URL.parse(url, SITE)?.protocol;
  return protocol ? protocols.includes(protocol) : false;
}

function isElsewhere(url: unknown): boolean {
  return typeof url === 'string' && URL.parse(url, SITE)?.origin !== SITE;
}
