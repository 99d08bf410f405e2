import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { z } from 'zod';
import {
  authorSchema,
  noteSchema,
  pageSchema,
  postSchema,
  dateSchema,
} from '../packages/octavo/src/content/schema.ts';
import { analytics, comments, newsletter } from '../packages/octavo/src/settings/connected.ts';
import { settingsSchema } from '../packages/octavo/src/settings/settings.ts';
import { componentRows } from './component-table.ts';

/** A schema, and the source with the comments that describe its keys. */
interface Reference {
  schema: z.ZodObject;
  /** Relative to the repository. */
  file: string;
  /** The function or constant that creates it. */
  declaration: string;
}

const CONNECTED = 'packages/octavo/src/settings/connected.ts';
const SCHEMAS = 'packages/octavo/src/content/schema.ts';
const date = dateSchema('UTC');
const image = z.string().meta({ title: 'path' });

/** By the name in the markers of a page: `<!-- table: post -->` … `<!-- /table -->`. */
const REFERENCES: Record<string, Reference> = {
  post: {
    schema: postSchema({ date, image }),
    file: SCHEMAS,
    declaration: 'postSchema',
  },
  note: { schema: noteSchema({ date, image }), file: SCHEMAS, declaration: 'noteSchema' },
  page: { schema: pageSchema({ date }), file: SCHEMAS, declaration: 'pageSchema' },
  author: { schema: authorSchema({ image }), file: SCHEMAS, declaration: 'authorSchema' },
  settings: {
    schema: settingsSchema,
    file: 'packages/octavo/src/settings/settings.ts',
    declaration: 'settingsSchema',
  },
  comments: { schema: comments, file: CONNECTED, declaration: 'comments' },
  analytics: { schema: analytics, file: CONNECTED, declaration: 'analytics' },
  newsletter: { schema: newsletter, file: CONNECTED, declaration: 'newsletter' },
};

const TABLE = /(<!-- table: ([\w-]+) -->\n)[^]*?(<!-- \/table -->)/g;

/**
 * Regenerates the tables of a page of the manual, formatted by Prettier. Throws for an unknown table
 * and for a key without a description.
 */
export function withTables(page: string): Promise<string> {
  const written = page.replace(TABLE, (_, opening: string, name: string, closing: string) => {
    const reference = REFERENCES[name];
    if (name === 'components') {
      const head = ['component', 'file, props', 'description'];
      return `${opening}\n${tableOf(head, componentRows())}\n\n${closing}`;
    }
    if (!reference) throw new Error(`unknown table ${name}`);
    return `${opening}\n${table(reference)}\n\n${closing}`;
  });
  return formatted(written);
}

async function formatted(page: string): Promise<string> {
  const path = fileURLToPath(new URL('reference/page.md', PAGES));
  return format(page, { ...(await resolveConfig(path)), filepath: path });
}

/** Returns a table of the keys of a schema, in their order. */
function table({ schema, file, declaration }: Reference): string {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const comments = commentsOf(source, declaration);
  const rows = rowsOf(schema).map(({ key, type, fallback, description }) => {
    const { text: comment, written } = comments.get(key) ?? {};
    const text = comment || description;
    if (!text) throw new Error(`${declaration}: ${key} has nothing that describes it`);
    if (written !== undefined && written !== fallback)
      throw new Error(
        `${declaration}: the comment of ${key} says ${written}, the schema ${fallback}`,
      );
    return [`\`${key}\``, type, shown(fallback), withLinks(text)];
  });
  return tableOf(['key', 'type', 'default', 'description'], rows);
}

const PAGES = new URL('../docs/src/content/pages/', import.meta.url);

/** The file paths of the pages that descriptions mention, by their titles. */
const PATHS = new Map(
  globSync('{guides,reference}/*.md', { cwd: fileURLToPath(PAGES) }).map((path) => [
    /^title: (.*)$/m.exec(readFileSync(new URL(path, PAGES), 'utf8'))?.[1],
    path.replaceAll('\\', '/'),
  ]),
);

/** Links the pages that a description mentions: `see Feeds in the manual`. */
function withLinks(description: string): string {
  return description.replace(/([A-Z][\w ]*) in the manual/g, (_, title: string) => {
    const path = PATHS.get(title);
    if (path === undefined) throw new Error(`no page of the manual has the title ${title}`);
    return `[${title}](../${path})`;
  });
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

interface Row {
  /** `cover.alt`, `nav[].label`. */
  key: string;
  type: string;
  /** The default as JavaScript, `required`, or empty. */
  fallback: string;
  /** The description in the schema. */
  description: string | undefined;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Returns the keys of a schema with their types; nested keys follow their parent. */
export function rowsOf(schema: z.ZodObject): Row[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const rows = (group: JsonSchema, prefix: string): Row[] =>
    Object.entries(group.properties ?? {}).flatMap(([name, value]) => {
      const property = value as JsonSchema;
      const key = prefix + name;
      const isNeeded =
        prefix === '' ? isRequired(schema, name) : group.required?.includes(name) === true;
      const row = {
        key,
        type: typeOf(property),
        fallback: isNeeded ? REQUIRED : literal(property.default),
        description: property.description,
      };
      const items = property.items as JsonSchema | undefined;
      // A group with a name of its own is described elsewhere.
      if (property.title) return [row];
      const values = property.additionalProperties as JsonSchema | undefined;
      return [
        row,
        ...rows(property, `${key}.`),
        ...(items ? rows(items, `${key}[].`) : []),
        ...(values ? rows(values, `${key}.*.`) : []),
      ];
    });
  return rows(json, '');
}

const REQUIRED = 'required';

/** True for a required key; JSON Schema treats keys with a preprocessor as optional. */
function isRequired({ shape }: z.ZodObject, name: string): boolean {
  return !z.safeParse(shape[name]!, undefined).success;
}

const TYPES: Record<string, string> = {
  string: 'string',
  boolean: '`true` or `false`',
  integer: 'integer',
  number: 'number',
  object: 'object',
};

function typeOf({ title, type, format: kind, items, ...schema }: JsonSchema): string {
  if (title) return title;
  const choices = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
  if (choices) return choices.map((value) => `\`${literal(value)}\``).join(' or ');
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one as JsonSchema)).join(' or ');
  if (kind === 'uri') return 'URL';
  if (type !== 'array') return TYPES[String(type)] ?? String(type);
  const { type: item } = items as JsonSchema;
  return item === 'object' ? 'list of objects' : 'list of strings';
}

function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value}'`
    : value === undefined
      ? ''
      : JSON.stringify(value);
}

function shown(fallback: string): string {
  if (fallback === REQUIRED || fallback === '') return fallback;
  return fallback === '[]' ? 'none' : `\`${fallback}\``;
}

interface Comment {
  text: string;
  /** The value of `@default`. */
  written?: string | undefined;
}

/** Returns the comments of the keys of a schema, by the name of its declaration. */
function commentsOf(source: string, declaration: string): Map<string, Comment> {
  const file = ts.createSourceFile('schema.ts', source, ts.ScriptTarget.Latest, true);
  const comments = new Map<string, Comment>();
  const read = (node: ts.Node, prefix: string) => {
    const group = groupIn(node);
    for (const property of group?.properties ?? []) {
      const key = prefix + (property.name?.getText() ?? '');
      comments.set(key, commentOf(property));
      if (!ts.isPropertyAssignment(property)) continue;
      read(property.initializer, `${key}${itemsOf(property.initializer)}.`);
    }
  };
  file.forEachChild((node) => {
    if (declares(node, declaration)) read(node, '');
  });
  return comments;
}

/** Returns the mark of a list or a record in the names of its keys: `nav[].label`, `languages.*.name`. */
function itemsOf(schema: ts.Expression): string {
  const [name = ''] = /^\w+/.exec(schema.getText()) ?? [];
  const source = (constantNamed(name, schema.getSourceFile()) ?? schema).getText();
  const [, kind = ''] = /^z\s*\.(array|record)\(/.exec(source) ?? [];
  return { array: '[]', record: '.*' }[kind] ?? '';
}

function declares(node: ts.Node, name: string): boolean {
  if (ts.isFunctionDeclaration(node)) return node.name?.text === name;
  if (!ts.isVariableStatement(node)) return false;
  return node.declarationList.declarations.some((one) => one.name.getText() === name);
}

/** Returns the first argument of `z.strictObject` in a node, or in a constant that it refers to. */
function groupIn(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isIdentifier(node)) {
    const constant = constantNamed(node.text, node.getSourceFile());
    return constant && groupIn(constant);
  }
  if (ts.isCallExpression(node) && /\.strictObject$/.test(node.expression.getText())) {
    const [group] = node.arguments;
    if (group && ts.isObjectLiteralExpression(group)) return group;
  }
  return ts.forEachChild(node, groupIn);
}

function constantNamed(name: string, { statements }: ts.SourceFile): ts.Expression | undefined {
  return statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
}

function commentOf(property: ts.Node): Comment {
  const text = ts
    .getJSDocCommentsAndTags(property)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ');
  const tag = ts.getJSDocTags(property).find(({ tagName }) => tagName.text === 'default');
  const written = tag && ts.getTextOfJSDocComment(tag.comment)?.trim();
  return { text: text.replace(/\s+/g, ' ').trim(), written };
}
