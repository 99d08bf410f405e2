import { posix } from 'node:path';
import type { ESTree } from 'vite';
import { isMap, type Values } from '../old/values.ts';
import { functionTemplate } from './function-template.ts';

type Node = ESTree.Expression | ESTree.SpreadElement | ESTree.PrivateIdentifier | ESTree.Super;

/** Returns the value of a name in a module; `undefined` if it is unknown. */
export type Lookup = (name: string) => unknown;

/** A call whose function is unknown: its name and its arguments. */
export interface UnknownCall {
  call: string;
  with: unknown[];
}

/** True for the value of a call of a function with this name. */
export function isCall(value: unknown, name: string): value is UnknownCall {
  return isMap(value) && value['call'] === name && Array.isArray(value['with']);
}

/** Calls whose value is their first argument. */
const WRAPPERS = /^(?:define\w+|freeze|URL|String)$/;

/** Returns the value of an expression as far as it can be read without running it; else `undefined`. */
export function staticValue(node: Node, lookup: Lookup): unknown {
  const value = (inner: Node) => staticValue(inner, lookup);
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'Identifier':
      return lookup(node.name);
    case 'TemplateLiteral':
      return templateValue(node, value);
    case 'ArrayExpression':
      return arrayValue(node, value);
    case 'ObjectExpression':
      return objectValue(node, value);
    case 'MemberExpression':
      return memberValue(node, value);
    default:
      return computedValue(node, value);
  }
}

function computedValue(node: Node, value: (node: Node) => unknown): unknown {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return callValue(node, value);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return functionTemplate(node);
    case 'LogicalExpression':
      return logicalValue(node, value);
    case 'BinaryExpression':
      return sum(value(node.left), value(node.right), node.operator);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return value(node.expression);
    default:
      return undefined;
  }
}

function templateValue(
  { quasis, expressions }: ESTree.TemplateLiteral,
  value: (node: Node) => unknown,
) {
  const values = expressions.map(value);
  if (values.some((one) => typeof one !== 'string' && typeof one !== 'number')) return undefined;
  return quasis
    .map((part, index) => (part.value.cooked ?? '') + String(values[index] ?? ''))
    .join('');
}

function arrayValue(
  { elements }: ESTree.ArrayExpression,
  value: (node: Node) => unknown,
): unknown[] {
  return elements.flatMap((element): unknown[] => {
    if (element === null) return [];
    if (element.type !== 'SpreadElement') return [value(element)];
    const spread = value(element.argument);
    return Array.isArray(spread) ? spread : [];
  });
}

function objectValue(
  { properties }: ESTree.ObjectExpression,
  value: (node: Node) => unknown,
): Values {
  const result: Values = {};
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const spread = value(property.argument);
      if (isMap(spread)) Object.assign(result, spread);
      continue;
    }
    const { key, computed } = property;
    const name = key.type === 'Identifier' && !computed ? key.name : value(key as Node);
    if (typeof name === 'string') result[name] = value(property.value as Node);
  }
  return result;
}

function memberValue(node: ESTree.MemberExpression, value: (node: Node) => unknown): unknown {
  const { object, property, computed } = node;
  const name = property.type === 'Identifier' && !computed ? property.name : value(property);
  const of = value(object);
  if (Array.isArray(of)) return typeof name === 'number' ? (of as unknown[])[name] : undefined;
  return isMap(of) && typeof name === 'string' && Object.hasOwn(of, name) ? of[name] : undefined;
}

function callValue(
  { callee, arguments: given }: ESTree.CallExpression | ESTree.NewExpression,
  value: (node: Node) => unknown,
): unknown {
  const name =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? callee.property.name
      : callee.type === 'Identifier'
        ? callee.name
        : '';
  const values = given.map(value);
  if (name === 'join' && isPath(callee) && values.every((one) => typeof one === 'string'))
    return posix.join(...values);
  return WRAPPERS.test(name) ? values[0] : ({ call: name, with: values } satisfies UnknownCall);
}

/** True for a function of Node's `path`. */
function isPath(callee: Node): boolean {
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  return object?.type === 'Identifier' && object.name === 'path';
}

/** What depends on the environment is unknown; the value that stands for it holds. */
function logicalValue(
  { operator, left, right }: ESTree.LogicalExpression,
  value: (node: Node) => unknown,
): unknown {
  const first = value(left);
  if (operator === '&&') return first ? value(right) : first;
  return first === undefined || first === null || (operator === '||' && first === '')
    ? value(right)
    : first;
}

function sum(left: unknown, right: unknown, operator: string): unknown {
  const isText = typeof left === 'string' || typeof right === 'string';
  const isKnown = [left, right].every((one) => typeof one === 'string' || typeof one === 'number');
  return operator === '+' && isText && isKnown ? String(left) + String(right) : undefined;
}
