import {
  defineHastPlugin,
  defineMdastPlugin,
  markdownToHtml,
  type CompileOptions,
  type Data,
  type MdastPluginEntry,
} from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdownDocument } from '../../src/markdown/document.ts';
import { reportingPlugins } from '../../src/markdown/owner-plugins.ts';
import { found } from '../helpers.ts';

const fail = (): never => {
  throw new Error('it broke\n  in two lines');
};
const MESSAGE = expect.stringMatching(/plugin mine: it broke$/) as string;

/** Renders Markdown by plugins of an owner; returns its HTML and what they reported. */
async function render(plugins: Pick<CompileOptions, 'mdastPlugins' | 'hastPlugins'>) {
  const document = markdownDocument('src/content/posts/a.md');
  const data: Data = { octavo: document };
  const { html } = await markdownToHtml('One\n\n**two**\n', { data, ...plugins });
  return { html, errors: found(document.diagnostics) };
}

const options = { position: true };

describe("an owner's plugin", () => {
  test.each<[string, MdastPluginEntry, string]>([
    ['a visitor', { name: 'mine', options, strong: fail }, '3:1'],
    [
      'a visitor with a promise',
      { name: 'mine', options, strong: () => Promise.reject(new Error('it broke')) },
      '3:1',
    ],
    ['a visitor that does not ask for positions', { name: 'mine', strong: fail }, '1:1'],
    ['what runs before the visitors', { name: 'mine', before: fail }, '1:1'],
    ['a factory', Object.defineProperty(fail, 'name', { value: 'mine' }), '1:1'],
    ['what a factory returns', () => ({ name: 'mine', options, strong: fail }), '3:1'],
    ['a plugin in a list', [[{ name: 'mine', options, strong: fail }]], '3:1'],
  ])('that throws is reported by its name: %s', async (_, plugin, place) => {
    const { html, errors } = await render({ mdastPlugins: reportingPlugins([plugin]) });
    expect(errors).toEqual([MESSAGE]);
    expect(errors[0]).toMatch(new RegExp(`^${place} `));
    expect(html).toContain('<strong>two</strong>');
  });

  test('works as it is, with its own state', async () => {
    const plugin = defineMdastPlugin({
      name: 'mine',
      suffix: '!',
      strong(node, ctx) {
        const [first] = node.children;
        ctx.setProperty(first as never, 'value' as never, `two${this.suffix}` as never);
      },
    });
    const mdastPlugins = reportingPlugins([plugin, null, false]);
    expect(await render({ mdastPlugins })).toEqual({
      html: '<p>One</p>\n<p><strong>two!</strong></p>\n',
      errors: [],
    });
  });

  test('may filter elements', async () => {
    const plugin = defineHastPlugin({
      name: 'mine',
      element: [{ filter: ['strong'], visit: fail }],
    });
    expect((await render({ hastPlugins: reportingPlugins([plugin]) })).errors).toEqual([MESSAGE]);
    const other = { ...plugin, element: { filter: ['em'], visit: fail } };
    expect((await render({ hastPlugins: reportingPlugins([other]) })).errors).toEqual([]);
  });
});
