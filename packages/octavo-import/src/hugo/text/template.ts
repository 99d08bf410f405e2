import { parseTemplate, type Expression, type TemplateNode } from './template-parser.ts';
import type { TemplateData } from '../../shortcodes/shortcode-context.ts';
import { FUNCTIONS } from './template-functions.ts';
import {
  Html,
  isTrue,
  textOf,
  UnsupportedTemplate,
  type Value,
  type Values,
} from './template-value.ts';

/** Returns the output of a template; `undefined` where it uses more than simple functions. */
export function runTemplate(source: string, data: TemplateData): string | undefined {
  try {
    return new Run(data).text(parseTemplate(source));
  } catch (error) {
    if (error instanceof UnsupportedTemplate) return undefined;
    throw error;
  }
}

class Run {
  readonly #data: TemplateData;
  readonly #variables = new Map<string, Value>();

  constructor(data: TemplateData) {
    this.#data = data;
  }

  text(nodes: readonly TemplateNode[], dot?: Value): string {
    return nodes.map((node) => this.#node(node, dot)).join('');
  }

  #node(node: TemplateNode, dot: Value): string {
    if (node.kind === 'text') return node.text;
    const value = this.#value(node.value, dot);
    if (node.kind === 'output') return printed(value);
    if (node.variable !== undefined) this.#variables.set(node.variable, value);
    if (node.kind === 'set') return '';
    if (!isTrue(value)) return this.text(node.otherwise, dot);
    return this.text(node.then, node.kind === 'with' ? value : dot);
  }

  #value(expression: Expression, dot: Value): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'variable':
        return this.#field(this.#variable(expression.name), expression.path);
      case 'dot':
        return this.#dot(expression.path, dot);
      case 'call': {
        const args = expression.args.map((argument) => this.#value(argument, dot));
        return this.#call(expression.name, args);
      }
    }
  }

  #variable(name: string): Value {
    if (!this.#variables.has(name)) throw new UnsupportedTemplate(name);
    return this.#variables.get(name);
  }

  #field(value: Value, path: readonly string[]): Value {
    return path.reduce<Value>((inner, key) => {
      if (typeof inner !== 'object' || inner instanceof Html || Array.isArray(inner))
        throw new UnsupportedTemplate(key);
      return (inner as Values)[key.toLowerCase()];
    }, value);
  }

  #dot(path: readonly string[], dot: Value): Value {
    if (path.length === 0) return dot;
    const [name = '', second = ''] = path;
    if (dot !== undefined) throw new UnsupportedTemplate(name);
    const { params, siteParams, named } = this.#data;
    const fixed = this.#fixed(path.join('.'));
    if (fixed) return fixed();
    if (name === 'Params') return this.#field(Object.fromEntries(named), path.slice(1));
    if (name === 'Page' && second === 'Params') return this.#field(params as Values, path.slice(2));
    const ofSite = name === 'Page' ? path.slice(1) : path;
    if (ofSite[0] === 'Site' && ofSite[1] === 'Params')
      return this.#field(siteParams as Values, ofSite.slice(2));
    throw new UnsupportedTemplate(name);
  }

  /** Returns what reads a field of the shortcode itself. */
  #fixed(path: string): (() => Value) | undefined {
    const { inner, positional, named, title, ordinal, name } = this.#data;
    const fields: Record<string, () => Value> = {
      Inner: () => new Html(inner),
      InnerDeindent: () => new Html(inner),
      IsNamedParams: () => named.size > 0,
      Ordinal: () => ordinal,
      Name: () => name,
      'Page.Title': () => title,
      Params: () => (named.size > 0 ? Object.fromEntries(named) : positional),
    };
    return Object.hasOwn(fields, path) ? fields[path] : undefined;
  }

  #call(name: string, args: readonly Value[]): Value {
    const { named, positional, markdown } = this.#data;
    if (name === '.Get') {
      const [key] = args;
      return (
        (typeof key === 'number' ? positional[key] : named.get(textOf(key).toLowerCase())) ?? ''
      );
    }
    if (MARKDOWN.has(name)) {
      const [value] = args.slice(-1);
      return value instanceof Html ? value : new Html(markdown(textOf(value)));
    }
    const made = FUNCTIONS[name];
    if (!made) throw new UnsupportedTemplate(name);
    return made(...args);
  }
}

const MARKDOWN = new Set(['markdownify', 'transform.Markdownify', '.Page.RenderString']);

/** Returns a value as HTML. */
function printed(value: Value): string {
  if (value instanceof Html) return value.html;
  return textOf(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');
}
