/** Something to tell about a file of the old blog. */
export interface Note {
  /** Relative to the old blog's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column?: number;
  severity: 'error' | 'warning' | 'info';
  message: string;
}
