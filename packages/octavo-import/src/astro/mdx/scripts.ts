import type { MdastNode } from 'satteri';
import { parseAst, type ESTree } from 'vite';
import { staticValue } from '../../modules/static-values.ts';

/** The names that an MDX file imports and declares. */
export interface Names {
  /** What is imported, by its name: `./picture.png`, `astro:assets`. */
  imports: Map<string, string>;
  values: Map<string, unknown>;
}

/** Reads the imports and constants of an MDX file. */
export function namesIn(nodes: readonly MdastNode[]): Names {
  const names: Names = { imports: new Map(), values: new Map() };
  for (const node of nodes) if (node.type === 'mdxjsEsm') readScript(node.value, names);
  return names;
}

function readScript(source: string, { imports, values }: Names): void {
  for (const statement of statementsIn(source)) {
    if (statement.type === 'ImportDeclaration')
      for (const { local } of statement.specifiers) imports.set(local.name, statement.source.value);
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared.declarations)
      if (id.type === 'Identifier' && init)
        values.set(
          id.name,
          staticValue(init, (name) => values.get(name)),
        );
  }
}

/** Returns the value of an expression; that of an imported picture is its path. */
export function valueOf(source: string, { imports, values }: Names): unknown {
  const [statement] = statementsIn(`(${source}\n)`);
  if (statement?.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  const isSource = (name: string) => /\.\w+$/.test(imports.get(name) ?? '');
  return staticValue(withoutMember(expression), (name) =>
    isSource(name) ? imports.get(name) : values.get(name),
  );
}

/** `picture.src` is the address of a picture. */
function withoutMember(expression: ESTree.Expression): ESTree.Expression {
  const inner = expression.type === 'ParenthesizedExpression' ? expression.expression : expression;
  if (inner.type !== 'MemberExpression' || inner.property.type !== 'Identifier') return inner;
  return inner.property.name === 'src' ? (inner.object as ESTree.Expression) : inner;
}

function statementsIn(source: string): ESTree.Statement[] {
  try {
    return parseAst(source, { lang: 'tsx' }).body as ESTree.Statement[];
  } catch {
    return [];
  }
}
