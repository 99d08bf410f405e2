/** An error, a warning or a note about a file of the old blog. */
export interface Diagnostic {
  /** Relative to the folder of the old blog. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column?: number;
  severity: 'error' | 'warning' | 'info';
  message: string;
}
