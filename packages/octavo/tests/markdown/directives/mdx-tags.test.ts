import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdownDocument } from '../../../src/markdown/document.ts';
import { hastPlugins, mdastPlugins } from '../../../src/markdown/features.ts';
import { markdownFeatures } from '../../../src/markdown/syntax.ts';
import { found, render } from '../../helpers.ts';

const compile = async (mdx: string) =>
  (
    await mdxToJs(mdx, {
      data: { octavo: markdownDocument('a.mdx') },
      mdastPlugins,
      hastPlugins,
      features: markdownFeatures({ language: 'en' }),
    })
  ).code;

describe('MDX has components without an import', () => {
  test.each([
    ['a callout', '<Callout>\nText.\n</Callout>', ':::note\nText.\n:::'],
    [
      'a callout with type and title',
      '<Callout type="tip" title="Mine">\nText.\n</Callout>',
      ':::tip[Mine]\nText.\n:::',
    ],
    ['a collapsed one', '<Aside collapsed>\nText.\n</Aside>', ':::note{collapsed}\nText.\n:::'],
    ['a figure', '<Figure src="/a.png" alt="A" caption="C" />', '![A](/a.png "C")'],
  ])('%s is what Markdown writes in another way', async (_, component, markdown) => {
    expect(await compile(component)).toBe(await compile(markdown));
  });

  test.each([
    ['', "import Callout from './Callout.astro';"],
    [' in several lines', "import {\n  Note,\n  Callout,\n} from './callouts.ts';"],
  ])('one that the author imports%s is left to the author', async (_, imports) => {
    expect(await compile(`${imports}\n\n<Callout>Text.</Callout>`)).toContain('_jsx(Callout');
  });

  test('an element beside them may have the name of a property of all objects', async () => {
    const { diagnostics } = await render('<Callout>Text.</Callout>\n\n<constructor />', {
      format: 'mdx',
    });
    expect(found(diagnostics)).toEqual([]);
  });
});

describe('a mistake in a component is told', () => {
  test.each([
    ['<Callout typ="tip">x</Callout>', '1:1 <Callout>: unknown attribute typ; did you mean type?'],
    [
      '<Callout type="tipp">x</Callout>',
      '1:1 <Callout>: type must be one of note, tip, important, warning, caution; did you mean tip?',
    ],
    ['<Figure src={x} alt="A" />', '1:1 <Figure>: src must be text'],
    [
      '<Figure {...x} alt="A" />',
      '1:1 <Figure>: spread attributes are not supported; write each as text',
    ],
  ])('%s', async (mdx, message) => {
    expect(found((await render(mdx, { format: 'mdx' })).diagnostics)).toContain(message);
  });
});
