import type { ESTree } from 'vite';

type Node =
  | ESTree.Expression
  | ESTree.PrivateIdentifier
  | ESTree.Super
  | ESTree.SpreadElement
  | ESTree.ParamPattern;

/** A function that puts values of its argument into a text, as a template of Liquid. */
export interface FunctionTemplate {
  template: string;
}

/**
 * Returns the template of a function like ``(data) => `/blog/${data.page.fileSlug}/` ``; `undefined`
 * for another one.
 */
export function functionTemplate(
  node: ESTree.ArrowFunctionExpression | ESTree.Function,
): FunctionTemplate | undefined {
  const { body, params } = node;
  const returned = body?.type === 'BlockStatement' ? returnedBy(body) : (body as Node | null);
  const [argument] = params;
  if (!returned || !argument) return undefined;
  const template = textOf(returned, namesIn(argument));
  return template === undefined ? undefined : { template };
}

function returnedBy({ body: [first] }: { body: readonly ESTree.Node[] }): Node | undefined {
  return first?.type === 'ReturnStatement' ? (first.argument ?? undefined) : undefined;
}

/** Returns the paths in the argument that names stand for: `data` for all of it, `{ page }` for a part. */
function namesIn(argument: Node): Map<string, string> {
  if (argument.type === 'Identifier') return new Map([[argument.name, '']]);
  if (argument.type !== 'ObjectPattern') return new Map();
  const names = argument.properties.flatMap((property): [string, string][] =>
    property.type === 'Property' &&
    property.key.type === 'Identifier' &&
    property.value.type === 'Identifier'
      ? [[property.value.name, property.key.name]]
      : [],
  );
  return new Map(names);
}

function textOf(node: Node, names: ReadonlyMap<string, string>): string | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral':
      return joined(
        node.quasis.flatMap(({ value }, index) => {
          const behind = node.expressions[index];
          return [value.cooked ?? '', ...(behind ? [textOf(behind, names)] : [])];
        }),
      );
    case 'BinaryExpression':
      return node.operator === '+'
        ? joined([textOf(node.left, names), textOf(node.right, names)])
        : undefined;
    default: {
      const output = outputOf(node, names);
      return output === undefined ? undefined : `{{ ${output} }}`;
    }
  }
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Returns a value of the argument, or a slug of one: `data.title`, `slugify(data.title)`. */
function outputOf(node: Node, names: ReadonlyMap<string, string>): string | undefined {
  if (node.type !== 'CallExpression') return pathOf(node, names) || undefined;
  const { callee } = node;
  const called = callee.type === 'MemberExpression' ? callee.property : callee;
  const [argument] = node.arguments;
  const path = argument && pathOf(argument, names);
  const isSlug = called.type === 'Identifier' && /^slug(?:ify)?$/.test(called.name);
  return path && isSlug ? `${path} | slugify` : undefined;
}

function pathOf(node: Node, names: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'Identifier') return names.get(node.name);
  if (node.type === 'ChainExpression') return pathOf(node.expression, names);
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.computed)
    return undefined;
  const of = pathOf(node.object, names);
  if (of === undefined) return undefined;
  return of === '' ? node.property.name : `${of}.${node.property.name}`;
}
