/** Runs of the scripts that are written without a space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;

/** Stands between two words where the text has no space: a word joiner, then a space. */
const BOUNDARY = '\u2060 ';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Returns a text in which words can be told apart by white space in every script: Chinese,
 * Japanese and Thai words get a boundary between them, which `joined` takes out again. Query
 * and text are both cut by it, since an index finds only what both cut in the same places.
 */
export function segmented(text: string): string {
  return text.replace(UNSPACED, (run) =>
    [...segmenter.segment(run)].map(({ segment }) => segment).join(BOUNDARY),
  );
}

/** Returns a text as it was before `segmented`, also where it was marked by elements since. */
export function joined(text: string): string {
  return text.replace(/\u2060((?:<\/?mark>)*)(?: |$)/g, '$1');
}
