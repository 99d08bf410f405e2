import { expect, test } from 'vitest';
import { digests, readExamples } from '../../packages/octavo-import/src/example-content.ts';
import { projectRoot } from '../../packages/octavo/src/settings/project-root.ts';

// Not in `npm test`, which passes after an edit of the example content too.
test.skipIf(!readExamples(projectRoot))(
  'src/content/examples.json matches the example content: npm run examples updates it',
  () => {
    expect(readExamples(projectRoot)).toEqual(digests(projectRoot));
  },
);
