declare module 'svgdom' {
  export interface SvgElement {
    innerHTML: string;
    readonly outerHTML: string;
    readonly textContent: string;
    readonly parentNode: SvgElement | null;
    closest: (selector: string) => SvgElement | null;
    matches: (selector: string) => boolean;
    querySelector: (selector: string) => SvgElement | null;
    querySelectorAll: (selector: string) => SvgElement[];
    getAttribute: (name: string) => string | null;
    setAttribute: (name: string, value: string) => void;
    getBBox: () => { x: number; y: number; width: number; height: number };
    remove: () => void;
  }

  /** What svgdom reads of a font of fontkit. */
  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    lineGap: number;
    xHeight: number;
    capHeight: number;
    layout: (text: string) => { glyphs: { advanceWidth: number }[] };
  }

  interface Class {
    prototype: SvgElement;
  }

  export function createHTMLWindow(): {
    document: {
      implementation: object;
      createElement: (name: string) => SvgElement;
      querySelectorAll: (selector: string) => SvgElement[];
    };
    Element: Class;
    Node: Class;
    SVGGraphicsElement: Class;
  };

  /** The fonts that are loaded, by family. */
  export function getFonts(): Record<string, Font>;
}
