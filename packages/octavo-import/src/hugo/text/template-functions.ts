import {
  Html,
  isTrue,
  textOf,
  UnsupportedTemplate,
  type Value,
  type Values,
} from './template-value.ts';

type TemplateFunction = (...args: Value[]) => Value;

const of =
  (make: (...texts: string[]) => Value): TemplateFunction =>
  (...args) =>
    make(...args.map(textOf));
const safe: TemplateFunction = (value) => (value instanceof Html ? value : new Html(textOf(value)));
/** Keeps HTML what it is. */
const kept =
  (make: (text: string, ...others: string[]) => string): TemplateFunction =>
  (...args) => {
    const made = make(...(args.map(textOf) as [string, ...string[]]));
    return args.some((arg) => arg instanceof Html) ? new Html(made) : made;
  };
const numeric =
  (make: (a: number, b: number) => number | boolean): TemplateFunction =>
  (a, b) => {
    const [first, second] = [Number(textOf(a)), Number(textOf(b))];
    if (Number.isNaN(first) || Number.isNaN(second)) throw new UnsupportedTemplate('a number');
    return make(first, second);
  };

function equal(first: Value, ...others: Value[]): boolean {
  return others.some((other) => textOf(other) === textOf(first));
}

const defaultTo: TemplateFunction = (otherwise, value) => (isTrue(value) ? value : otherwise);
const replace = kept((text, from = '', to = '') => text.replaceAll(from, to));
const trim = kept((text, signs) => stripped(text, signs ?? ' \n\t\r'));
const slug = of((text = '') =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .trim()
    .replaceAll(' ', '-'),
);

function stripped(text: string, signs: string): string {
  const isCut = (sign: string | undefined) => sign !== undefined && signs.includes(sign);
  let [start, end] = [0, text.length];
  while (start < end && isCut(text[start])) start += 1;
  while (end > start && isCut(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const print = kept((...texts) => texts.join(''));
const printf = kept((format, ...values) => {
  let at = 0;
  return format.replace(/%([sdvq%])/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const value = values[at++] ?? '';
    return verb === 'q' ? JSON.stringify(value) : value;
  });
});

const at: TemplateFunction = (list, key) => {
  if (Array.isArray(list)) return (list as readonly Value[])[Number(textOf(key))];
  if (list === undefined) return undefined;
  if (typeof list !== 'object' || list instanceof Html) throw new UnsupportedTemplate('index');
  return (list as Values)[textOf(key).toLowerCase()];
};
const plain = of((text = '') => text.replace(/<[^>]*>/g, ''));
const rooted = of((path = '') => (/^(?:[a-z]+:|\/|#)/i.test(path) ? path : `/${path}`));
const capital = kept((text) => text.charAt(0).toUpperCase() + text.slice(1));

/** The functions of Hugo that a template may use, by their names. */
export const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  ...named('safeHTML safe.HTML safeHTMLAttr safe.HTMLAttr safeURL safe.URL safeCSS safe.CSS', safe),
  ...named('default compare.Default', defaultTo),
  ...named('eq compare.Eq', equal),
  ...named('ne compare.Ne', (first, ...others) => !equal(first, ...others)),
  ...named(
    'lt compare.Lt',
    numeric((a, b) => a < b),
  ),
  ...named(
    'le compare.Le',
    numeric((a, b) => a <= b),
  ),
  ...named(
    'gt compare.Gt',
    numeric((a, b) => a > b),
  ),
  ...named(
    'ge compare.Ge',
    numeric((a, b) => a >= b),
  ),
  ...named(
    'add math.Add',
    numeric((a, b) => a + b),
  ),
  ...named(
    'sub math.Sub',
    numeric((a, b) => a - b),
  ),
  ...named(
    'mul math.Mul',
    numeric((a, b) => a * b),
  ),
  and: (...args) => (args.every(isTrue) ? args.at(-1) : args.find((arg) => !isTrue(arg))),
  or: (...args) => args.find(isTrue) ?? args.at(-1),
  not: (value) => !isTrue(value),
  ...named('cond compare.Conditional', (test, then, otherwise) =>
    isTrue(test) ? then : otherwise,
  ),
  ...named(
    'lower strings.ToLower',
    kept((text) => text.toLowerCase()),
  ),
  ...named(
    'upper strings.ToUpper',
    kept((text) => text.toUpperCase()),
  ),
  ...named('title strings.Title humanize inflect.Humanize strings.FirstUpper', capital),
  ...named('trim strings.Trim strings.TrimSpace chomp strings.Chomp', trim),
  'strings.TrimPrefix': kept((prefix, text = '') =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  'strings.TrimSuffix': kept((suffix, text = '') =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  ...named('replace strings.Replace', replace),
  ...named(
    'hasPrefix strings.HasPrefix',
    of((text = '', prefix = '') => text.startsWith(prefix)),
  ),
  ...named(
    'hasSuffix strings.HasSuffix',
    of((text = '', end = '') => text.endsWith(end)),
  ),
  'strings.Contains': of((text = '', part = '') => text.includes(part)),
  in: of((text = '', part = '') => text.includes(part)),
  ...named('print fmt.Print', print),
  ...named('printf fmt.Printf', printf),
  ...named(
    'string cast.ToString',
    of((text = '') => text),
  ),
  ...named(
    'int cast.ToInt',
    of((text = '') => Number.parseInt(text, 10) || 0),
  ),
  ...named('urlize urls.URLize anchorize urls.Anchorize', slug),
  ...named('plainify transform.Plainify', plain),
  ...named(
    'htmlUnescape transform.HTMLUnescape',
    of((text = '') => text),
  ),
  ...named('relURL absURL relLangURL absLangURL urls.RelURL urls.AbsURL', rooted),
  ...named('emojify transform.Emojify', (value) => value),
  ...named('index collections.Index', at),
  ...named('isset collections.IsSet', (list, key) => at(list, key) !== undefined),
  len: (value) => (Array.isArray(value) ? value.length : [...textOf(value)].length),
};

function named(names: string, made: TemplateFunction): Record<string, TemplateFunction> {
  return Object.fromEntries(names.split(' ').map((name) => [name, made]));
}
