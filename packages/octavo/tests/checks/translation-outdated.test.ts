import { expect, test } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder, found } from '../helpers.ts';

const ORIGINAL = 'src/content/posts/a.md was updated on 2024-03-01';

test.each<[translation: Record<string, unknown>, warnings: string[]]>([
  [
    {},
    [
      `1:1 warning: updated: ${ORIGINAL}, this translation last on 2024-01-01; revise it, and set updated`,
    ],
  ],
  [
    { updated: '2024-02-01' },
    [
      `4:1 warning: updated: ${ORIGINAL}, this translation last on 2024-02-01; revise it, and set updated`,
    ],
  ],
  [{ updated: '2024-03-01' }, []],
  [{ date: '2024-04-01' }, []],
])('a translation with %j has the warnings %j', async (translation, warnings) => {
  const files = content({
    'posts/a.md': post({ updated: '2024-03-01' }),
    'posts/a.de.md': post(translation),
    'posts/b.de.md': post({}),
  });
  const root = folder({ ...AUTHOR, ...files });
  const { diagnostics } = await checkContent(context(root, { languages: { de: {} } }));
  expect(found(diagnostics)).toEqual(warnings);
});
