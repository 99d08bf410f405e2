import { expect, test } from 'vitest';
import { digests, readExamples } from '../../packages/octavo-import/src/write/example-content.ts';
import { repository } from '../docs.ts';

// Not in `npm test`, which passes after an edit of the example content too.
test.skipIf(!readExamples(repository))(
  'src/content/examples.json matches the example content: npm run examples updates it',
  () => {
    expect(readExamples(repository)).toEqual(digests(repository));
  },
);
