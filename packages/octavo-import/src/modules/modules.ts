import { join, posix } from 'node:path';
import type { ESTree } from 'vite';
import type { Values } from '../old/values.ts';
import { isFile, readJson, statementsOf } from './parse-module.ts';
import { staticValue, type Lookup } from './static-values.ts';

/** Returns the path of what an alias of a project names: `@/config`; `undefined` for a package. */
export type Aliases = (name: string) => string | undefined;

/** Returns the name of the module that `require` is called with. */
function requiredName(node: ESTree.Expression): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [name] = node.arguments;
  const isRequired = node.callee.name === 'require' && name?.type === 'Literal';
  return isRequired && typeof name.value === 'string' ? name.value : undefined;
}

/** The modules of a project, which are read and never executed. */
export class Modules {
  readonly #root: string;
  readonly #aliases: Aliases;
  readonly #read = new Map<string, Values>();

  constructor(root: string, aliases: Aliases = () => undefined) {
    this.#root = root;
    this.#aliases = aliases;
  }

  /** Returns the values of the names in a module, its exports; `default` among them. */
  values(path: string): Values {
    const known = this.#read.get(path);
    if (known) return known;
    const values: Values = {};
    // Modules that import each other see what is read so far.
    this.#read.set(path, values);
    if (path.endsWith('.json')) Object.assign(values, readJson(join(this.#root, path)));
    else
      for (const statement of statementsOf(join(this.#root, path)))
        this.#add(statement, path, values);
    return values;
  }

  #add(statement: ESTree.Statement, path: string, values: Values): void {
    if (statement.type === 'ImportDeclaration') return this.#addImports(statement, path, values);
    const lookup: Lookup = (name) => (Object.hasOwn(values, name) ? values[name] : undefined);
    if (statement.type === 'ExportDefaultDeclaration') {
      values['default'] = staticValue(statement.declaration as ESTree.Expression, lookup);
      return;
    }
    if (statement.type === 'ExpressionStatement')
      return this.#addAssignment(statement.expression, values, lookup);
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return;
    for (const { id, init } of declared.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      const required = requiredName(init);
      const file = required === undefined ? undefined : this.#fileOf(required, path);
      values[id.name] = file === undefined ? staticValue(init, lookup) : this.#whole(file);
    }
  }

  /** What `require` returns for a file. */
  #whole(file: string): unknown {
    const values = this.values(file);
    return file.endsWith('.json') ? values : (values['default'] ?? values);
  }

  /** `module.exports = …` of CommonJS. */
  #addAssignment(node: ESTree.Expression, values: Values, lookup: Lookup): void {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    const { object, property } = node.left;
    const isExports = object.type === 'Identifier' && object.name === 'module';
    if (isExports && property.type === 'Identifier' && property.name === 'exports')
      values['default'] = staticValue(node.right, lookup);
  }

  #addImports(
    { source, specifiers }: ESTree.ImportDeclaration,
    path: string,
    values: Values,
  ): void {
    const file = this.#fileOf(source.value, path);
    if (file === undefined) return;
    const imported = this.values(file);
    for (const specifier of specifiers) {
      const name =
        specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
          ? specifier.imported.name
          : 'default';
      const isWhole = specifier.type === 'ImportNamespaceSpecifier' || file.endsWith('.json');
      values[specifier.local.name] = isWhole ? imported : imported[name];
    }
  }

  /** Returns the file of a module by its name in another module; `undefined` for one of a package. */
  #fileOf(name: string, from: string): string | undefined {
    const isRelative = name.startsWith('.');
    const path = isRelative ? posix.join(posix.dirname(from), name) : this.#aliases(name);
    if (path === undefined) return undefined;
    const bases = [path, path.replace(/\.m?js$/, ''), `${path}/index`];
    return bases
      .flatMap((base) => ['', '.ts', '.mts', '.js', '.mjs', '.json'].map((ending) => base + ending))
      .find((file) => /\.(?:[mc]?[jt]s|json)$/.test(file) && isFile(join(this.#root, file)));
  }
}
