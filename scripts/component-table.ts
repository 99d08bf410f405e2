import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { OVERRIDABLE } from '../packages/octavo/src/owner/overridable.ts';

const ENGINE = new URL('../packages/octavo/src/', import.meta.url);

/**
 * Returns the rows of the components that can be overridden, each followed by those of its props.
 *
 * @throws {Error} for a component or a prop without a comment.
 */
export function componentRows(): string[][] {
  const list = sourceOf('owner/overridable.ts');
  return Object.entries(OVERRIDABLE).flatMap(([name, folder]) => {
    const path = `${folder}/${name}.astro`;
    return [
      [`\`${name}\``, `\`octavo/${path}\``, described(findProperty(list, name), name)],
      ...propsOf(path).map((prop) => [
        '',
        `\`${signatureOf(prop)}\``,
        described(prop, `${path}: ${prop.name.getText()}`),
      ]),
    ];
  });
}

/** Returns `page: ListPage<Post>`, without the undefined of an optional prop. */
function signatureOf(prop: ts.PropertySignature): string {
  const text = prop.getText().replace(/;$/, '').replace(/\s+/g, ' ');
  return prop.questionToken ? text.replace(/ \| undefined$/, '') : text;
}

/** Returns the props of a component, in their order. */
function propsOf(path: string): ts.PropertySignature[] {
  const file = sourceOf(path);
  const named = (node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
    (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) &&
    node.name.text === 'Props';
  const props = file.statements.find(named);
  if (!props) return [];
  if (ts.isInterfaceDeclaration(props)) return props.members.filter(ts.isPropertySignature);
  return membersOfImported(file, path, props.type.getText());
}

/** Returns the members of an interface that a component imports: `type Props = PageFacts`. */
function membersOfImported(file: ts.SourceFile, path: string, name: string) {
  const imported = file.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.getText().includes(name));
  if (!imported || !ts.isStringLiteral(imported.moduleSpecifier))
    throw new Error(`${path}: no import of ${name}`);
  const module = new URL(imported.moduleSpecifier.text, new URL(path, ENGINE));
  const type = sourceOf(module.href)
    .statements.filter(ts.isInterfaceDeclaration)
    .find((one) => one.name.text === name);
  return type?.members.filter(ts.isPropertySignature) ?? [];
}

/** Parses a script, or the frontmatter of a component. */
function sourceOf(path: string): ts.SourceFile {
  const text = readFileSync(new URL(path, ENGINE), 'utf8');
  const script = path.endsWith('.astro') ? (/^---\n([^]*?)^---$/m.exec(text)?.[1] ?? '') : text;
  return ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true);
}

function findProperty(node: ts.Node, name: string): ts.Node | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === name) return node;
  return ts.forEachChild(node, (child) => findProperty(child, name));
}

/** Returns the comment above a node. */
function described(node: ts.Node | undefined, subject: string): string {
  const comments = node ? ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc) : [];
  const text = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(' ');
  if (text === '') throw new Error(`${subject}: missing comment`);
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}
