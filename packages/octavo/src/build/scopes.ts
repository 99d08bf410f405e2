import { escapeHtml } from '../html/escape-html.ts';
import type { OpeningTag } from '../html/read-html.ts';
import type { Edit } from '../html/edits.ts';
import { memoized } from './memoized.ts';
import type { PageNames } from './page-names.ts';
import type { Part, ScopedCompound } from './style-sheet.ts';

/** The styles of a component on a page. */
interface Scope {
  /** What its class is called there. */
  short: string;
  /** The tags and classes of the elements that need it; `*` for any. */
  targets: Set<string>;
}

/**
 * The classes by which Astro keeps the styles of components apart, on one page: short ones, and on
 * those elements alone that a rule is about and that nothing else tells from others.
 */
export class Scopes {
  readonly #scopes = new Map<string, Scope>();
  readonly #all: ReadonlySet<string>;
  readonly #names: PageNames;

  /** `all` are those of the page's style sheets, `parts` what is kept of these. */
  constructor(all: ReadonlySet<string>, parts: readonly Part[], names: PageNames) {
    this.#all = all;
    this.#names = names;
    const free = freeNames(names);
    for (const compound of compoundsOf(parts)) {
      if (!this.#isNeeded(compound)) continue;
      const { scope, target } = compound;
      if (!this.#scopes.has(scope))
        this.#scopes.set(scope, { short: free.next().value, targets: new Set() });
      // A class that a script gives may not be there yet.
      this.#scopes.get(scope)!.targets.add(this.#isOfScript(target) ? '*' : target);
    }
  }

  /** Returns the CSS of what a selector says of an element. */
  css(compound: ScopedCompound): string {
    const { css, scope } = compound;
    const short = this.#isNeeded(compound) ? `:where(.${this.#scopes.get(scope)!.short})` : '';
    return css.replace(`:where(.${scope})`, short);
  }

  /** Returns the edits that call the classes of these tags as they are called there. */
  edits(tags: readonly OpeningTag[]): Edit[] {
    const edits: Edit[] = [];
    for (const tag of tags)
      for (const { name, value, start, end } of tag.attributes)
        if (name === 'class' && value.includes('astro-'))
          edits.push({ start, end, text: this.#attributeOf(`${tag.name} ${value}`) });
    return edits;
  }

  /** True unless all that is called so on the page is of the component. */
  #isNeeded({ target, scopedTarget }: ScopedCompound): boolean {
    if (target === '*' || this.#isOfScript(target)) return true;
    const { markup } = this.#names;
    return markup.get(target) !== markup.get(scopedTarget);
  }

  #isOfScript(target: string): boolean {
    return this.#names.scripts.has(target.replace(/^\./, ''));
  }

  readonly #attributeOf = memoized((element) => {
    const [tag = '', ...all] = element.split(/\s+/).filter(Boolean);
    const names = ['*', tag.toLowerCase(), ...all.map((name) => `.${name}`)];
    const kept = all.flatMap((name) => {
      if (!this.#all.has(name)) return name;
      const scope = this.#scopes.get(name);
      return scope && names.some((own) => scope.targets.has(own)) ? scope.short : [];
    });
    return kept.length > 0 ? ` class="${escapeHtml(kept.join(' '))}"` : '';
  });
}

/** Returns what selectors say of the elements of components. */
export function compoundsOf(parts: readonly Part[]): ScopedCompound[] {
  return parts.flatMap((part) => {
    if ('css' in part) return [];
    const selectors = typeof part.head === 'string' ? [] : part.head;
    const pieces = selectors.flatMap((selector) => selector.pieces);
    return [...pieces.filter((piece) => typeof piece !== 'string'), ...compoundsOf(part.parts)];
  });
}

/** A class that might be taken for one of these. */
export const SHORT = /^\.[A-Z]\d*$/;

/** Classes that the page has no other use for: `A` to `Z`, `A1` and so on. */
function* freeNames({ markup, scripts }: PageNames): Generator<string, never> {
  for (let index = 0; ; index++) {
    const name =
      String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : Math.floor(index / 26));
    if (!markup.has(`.${name}`) && !scripts.has(name)) yield name;
  }
}
