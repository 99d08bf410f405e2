import { describe, expect, test } from 'vitest';
import { found, render } from '../../helpers.ts';

const FILES = {
  '../../components/Clock.astro': '',
  '../../components/data.ts': '',
  '../../components/ui/index.js': '',
};
const DECLARED = [
  "import Clock from '../../components/Clock.astro';",
  'export const list = [1, 2];',
  'export const { one, ...others } = {};',
  'export function Item({ text }) { return <li>{text}</li>; }',
].join('\n');

const problemsOf = async (mdx: string) =>
  found((await render(mdx, { format: 'mdx', files: FILES })).diagnostics);

describe('A name that nothing declares is an error', () => {
  test.each([
    ['<Calout type="tip">x</Calout>', '<Calout>: unknown component; did you mean Callout?', 1],
    ['A <Clok /> here', '<Clok>: unknown component; did you mean Clock?', 3],
    ['<Map />', '<Map>: unknown component; import it', 1],
    ['<Card.Face />', '<Card>: unknown component; import it', 1],
    ['{list && <Clok />}', '<Clok>: unknown component; did you mean Clock?', 10],
    ['Use {name} here', '{name}: not defined; a brace in text is written \\{', 6],
    ['{missing.value}', '{missing}: not defined; a brace in text is written \\{', 2],
    ['{list.map((n) => <Item text={lst} />)}', '{lst}: not defined; did you mean list?', 30],
    ['<Clock a="lst" b={lst} />', '{lst}: not defined; did you mean list?', 11],
    ['<Clock {...rest} />', '{rest}: not defined; a brace in text is written \\{', 12],
    ['A <Callout>x</Callout>', '<Callout>: begin a line of text with it, outside of braces', 3],
  ])('%s', async (mdx, problem, column) => {
    expect(await problemsOf(`${DECLARED}\n\n${mdx}`)).toEqual([`6:${column} ${problem}`]);
  });

  test('all of a file are reported at once, in functions too', async () => {
    const mdx =
      'export const f = () => nothing;\n\n<Calout />\n\n{missing}\n\n> <Item a={\n> b} />';
    const problems = await problemsOf(mdx);
    expect(problems.map((problem) => problem.replace(/[:>}]*: .*/, ''))).toEqual([
      '1:24 {nothing',
      '5:2 {missing',
      '8:3 {b',
      '3:1 <Calout',
      '7:3 <Item',
    ]);
  });
});

test.each([
  ['an element of HTML and of a custom element', '<div /> <my-element />'],
  ['what is declared', '<Clock /> {list.map((n) => <Item key={n} text={one} />)} {others.two}'],
  ['what Astro provides', '<Fragment>{frontmatter.title}{props.a}{url}</Fragment>'],
  ['what JavaScript has', '{Math.max(1)} {new Date().getFullYear()} {import.meta.env.MODE}'],
  ['a name whose type is asked', "{typeof window === 'undefined' ? 'on the server' : window.name}"],
  ['a comment', '{/* missing */}'],
  ['code', '`{missing}`\n\n```js\n{missing}\n```'],
  ['a component of a map', 'export const components = { Map: Clock };\n\n<Map />'],
])('%s is no error', async (_, mdx) => {
  expect(await problemsOf(`${DECLARED}\n\n${mdx}`)).toEqual([]);
});

describe('An import of a file', () => {
  test.each([
    [
      "import Clock from '../../components/Clok.astro';",
      '1:20 import: ../../components/Clok.astro',
    ],
    ["export { a } from './a.js';", '1:20 import: ./a.js'],
    ["export * from '/src/a';", '1:16 import: /src/a'],
  ])('that is missing is an error: %s', async (mdx, problem) => {
    expect(await problemsOf(mdx)).toEqual([`${problem} not found`]);
  });

  test.each([
    "import Clock from '../../components/Clock.astro';",
    "import clock from '../../components/Clock.astro?raw';",
    "import { a } from '../../components/data';",
    "import { a } from '../../components/data.js';",
    "import { a } from '/src/components/ui';",
    "import { a } from '../../../../elsewhere/a.js';",
    "import { a } from 'package';",
    "import { a } from '@/components/alias.astro';",
  ])('that Vite may find is none: %s', async (mdx) => {
    expect(await problemsOf(mdx)).toEqual([]);
  });
});
