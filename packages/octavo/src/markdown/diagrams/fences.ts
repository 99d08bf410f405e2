import type { Drawing, DrawingError } from './drawing.ts';

type Drawn = Drawing | DrawingError;

/** The language of a fence whose content is drawn. */
interface DrawnFence {
  /** The package that draws it, if a blog installs it itself. */
  package?: string;
  /** How an author names a drawing. */
  naming: string;
  /** Loads the function that draws a source; `id` begins the ids of the drawing. */
  load: () => Promise<(source: string, id: string, file?: string) => Drawn | Promise<Drawn>>;
}

const CAPTION = 'add title="How a request is routed" behind the language';

/** The fences that are drawn, by their languages. */
export const DRAWN_FENCES = new Map(
  Object.entries<DrawnFence>({
    mermaid: {
      naming: 'add a line like accTitle: How a request is routed',
      load: async () => (await import('./mermaid.ts')).drawMermaid,
    },
    dot: {
      package: '@hpcc-js/wasm-graphviz',
      naming: CAPTION,
      load: async () => (await import('./graphviz.ts')).drawGraph,
    },
    cast: {
      package: '@xterm/headless',
      naming: CAPTION,
      load: async () => (await import('./recording.ts')).drawRecording,
    },
  }),
);
