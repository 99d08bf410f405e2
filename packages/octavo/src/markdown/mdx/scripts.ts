import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import type { Jsx } from '../written-tags.ts';

/** The JavaScript of an MDX file. */
export interface Scripts {
  /** The text that was parsed. */
  text: string;
  /** The imports and exports. */
  modules: Script[];
  /** The code between braces. */
  expressions: Script[];
  elements: Element[];
}

interface Script {
  source: string;
  /** The offset in the text of what it stands in. */
  offset: number;
}

interface Element {
  name: string;
  offset: number;
  isInline: boolean;
}

declare module 'satteri' {
  interface DataMap {
    scripts: Scripts;
  }
}

type Code = Extract<MdastNode, { type: 'mdxjsEsm' | 'mdxFlowExpression' | 'mdxTextExpression' }>;

/** Reads the JavaScript of an MDX file into `data.scripts`, before another plugin changes it. */
export const scriptReader: MdastPluginEntry = ({ data, source, sourceFormat }) => {
  if (sourceFormat !== 'mdx') return null;
  const scripts: Scripts = { text: source, modules: [], expressions: [], elements: [] };
  data.scripts = scripts;
  const offsetOf = ({ position }: Readonly<MdastNode>) => position?.start.offset ?? 0;
  const scriptOf = (node: Readonly<Code>) => ({ source: node.value, offset: offsetOf(node) });
  const addExpression = (node: Readonly<Code>) => void scripts.expressions.push(scriptOf(node));
  const addElement = (node: Readonly<Jsx>) => {
    const offset = offsetOf(node);
    const { name, type, attributes } = node;
    if (name) scripts.elements.push({ name, offset, isInline: type === 'mdxJsxTextElement' });
    for (const attribute of attributes) {
      const code = attribute.type === 'mdxJsxAttribute' ? attribute.value : attribute;
      if (code && typeof code === 'object')
        scripts.expressions.push({ source: code.value, offset });
    }
  };
  return defineMdastPlugin({
    name: 'octavo:scripts',
    options: { position: true },
    mdxjsEsm: (node) => void scripts.modules.push(scriptOf(node)),
    mdxFlowExpression: addExpression,
    mdxTextExpression: addExpression,
    mdxJsxFlowElement: addElement,
    mdxJsxTextElement: addElement,
  });
};
