import type { TextCheck } from '../text-check.ts';

/** A fence that is never closed takes all that follows for code. */
export const openFence: TextCheck = {
  id: 'open-fence',
  severity: 'error',
  about: 'a fence of code that is never closed',
  ofText: ({ code }) =>
    code.flatMap(({ source, position }) => {
      const [fence] = /^(?:`{3,}|~{3,})/.exec(source) ?? [];
      if (fence === undefined || isClosed(source, fence)) return [];
      return [
        { position, message: `code: the fence is never closed; end it with a line ${fence}` },
      ];
    }),
};

function isClosed(source: string, fence: string): boolean {
  const lines = source.trimEnd().split('\n');
  // In a quotation the line begins with `>`.
  const last = lines.length > 1 ? lines.at(-1)!.replace(/^[\s>]*/, '') : '';
  return last.length >= fence.length && last === fence.charAt(0).repeat(last.length);
}
