import { expect, test } from 'vitest';
import { names, walk } from '../browser/focus.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';
import { blogOfAllKinds, KINDS } from '../sites/all-kinds.ts';

const blog = siteInBrowser(blogOfAllKinds);

test.each(Object.entries(KINDS))(
  'the Tab key goes on %s to the end and back, in sight at every stop',
  async (_, path) => {
    const page = await blog.visit(path);
    const there = await walk(page);
    expect(there.filter(({ isInSight }) => !isInSight)).toEqual([]);
    expect(there.filter(({ outline }) => outline !== 'solid 2px')).toEqual([]);
    expect(names(await walk(page, 'Shift+Tab'))).toEqual(names(there).reverse());
  },
);
