/** A drawing of a fence. */
export interface Drawing {
  /** SVG in the colors of `PALETTE`, with ids that begin with that of the drawing. */
  svg: string;
  /** Its name for those who do not see it; absent where the source has none. */
  title?: string | undefined;
  description?: string | undefined;
  /** What it shows as plain text, below it. */
  transcript?: string;
}

/** Why a fence cannot be drawn. */
export interface DrawingError {
  /** The line of the source, from 0. */
  line: number;
  error: string;
}
