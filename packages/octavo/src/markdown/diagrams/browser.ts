import { lexer } from 'css-tree';
import { createHTMLWindow, getFonts } from 'svgdom';

const FONT_SIZE = 16;

/** The widths of characters in ems, about those of the fonts that systems have; other: 0.58. */
const WIDTHS: readonly [characters: RegExp, width: number][] = [
  [/\p{M}|\u200d/u, 0],
  [
    /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u,
    1,
  ],
  [/[ijltfrI.,:;!|'`()[\]{}/\\ -]/, 0.36],
  [/[mwMW@%]/, 0.88],
  [/[A-Z]/, 0.68],
];

/** Stands for the fonts of the readers, which differ. */
const AVERAGE_FONT = {
  unitsPerEm: 1,
  ascent: 0.93,
  descent: -0.24,
  lineGap: 0,
  xHeight: 0.52,
  capHeight: 0.72,
  layout: (text: string) => ({
    glyphs: [...text].map((character) => ({
      advanceWidth: WIDTHS.find(([known]) => known.test(character))?.[1] ?? 0.58,
    })),
  }),
};

/** A style sheet of rules as text. */
class CSSStyleSheet {
  readonly cssRules: { cssText: string; style: object }[] = [];

  insertRule(cssText: string, index: number): number {
    this.cssRules.splice(index, 0, { cssText, style: { length: 0, setProperty: () => undefined } });
    return index;
  }
}

/** Lets svgdom measure text that is moved by ems, and centred lines of several parts. */
function measureText(element: Element, graphics: SVGGraphicsElement): void {
  const { getAttribute } = element;
  const { getBBox } = graphics;
  let isMeasuring = false;
  element.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (!isMeasuring) return value;
    if (/^(?:x|text-anchor)$/.test(name) && this.matches('.text-outer-tspan')) {
      if (name === 'text-anchor') return 'start';
      return String(Number(value) - (isCentred(this) ? widthOf(this.textContent) / 2 : 0));
    }
    const em = /^(-?[\d.]+)em$/.exec(value ?? '')?.[1];
    return em === undefined ? value : String(Number(em) * FONT_SIZE);
  };
  graphics.getBBox = function () {
    isMeasuring = true;
    try {
      // A browser's has nothing more, which Mermaid takes into account.
      const { x, y, width, height } = getBBox.call(this);
      return { x, y, width, height } as DOMRect;
    } finally {
      isMeasuring = false;
    }
  };
}

/** True for a line that is centred by an attribute or by Mermaid's style sheet. */
function isCentred(line: Element): boolean {
  return line.closest('[text-anchor=middle]') !== null || line.matches('.node .label > text > *');
}

/** Returns the width of a text in pixels. */
function widthOf(text: string): number {
  const { glyphs } = AVERAGE_FONT.layout(text);
  return FONT_SIZE * glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
}

/** Returns a document of svgdom, and the globals of a browser that Mermaid uses. */
export function createBrowser() {
  const window = createHTMLWindow();
  const { document, Element, Node, SVGGraphicsElement } = window;
  measureText(Element.prototype, SVGGraphicsElement.prototype);
  Object.defineProperties(Node.prototype, {
    parentElement: {
      get(this: Node) {
        return this.parentNode;
      },
    },
    compareDocumentPosition: {
      value(this: Element, other: Element) {
        const all = [...document.querySelectorAll('*')];
        return all.indexOf(this) < all.indexOf(other) ? 4 : 2;
      },
    },
    toJSON: { value: () => null },
  });
  // Without it, DOMPurify leaves texts as they are: they become text nodes, never HTML.
  Object.assign(document.implementation, { createHTMLDocument: undefined });
  getFonts()['sans-serif'] = AVERAGE_FONT;
  const supports = (_: string, value: string) => lexer.matchProperty('color', value).error === null;
  return {
    window: Object.assign(window, { CSS: { supports } }),
    document,
    Element,
    Node,
    CSSStyleSheet,
    screen: { availWidth: 720 },
    TextEncoder,
    URL,
    btoa,
    clearTimeout,
    console,
    setTimeout,
    structuredClone,
  };
}
