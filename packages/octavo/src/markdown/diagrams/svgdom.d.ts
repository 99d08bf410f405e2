declare module 'svgdom' {
  export function createHTMLWindow(): Window & typeof globalThis;

  /** The fonts that are loaded, by family, as fontkit reads them. */
  export function getFonts(): Record<string, object>;
}
