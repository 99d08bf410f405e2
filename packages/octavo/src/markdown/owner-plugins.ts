import {
  normalizePlugins,
  type HastPluginDefinition,
  type HastPluginEntry,
  type MdastPluginDefinition,
  type MdastPluginEntry,
  type PluginFactoryContext,
} from 'satteri';
import type { Position } from '../diagnostics/diagnostic.ts';
import type { MarkdownDocument } from './document.ts';

type Plugin = MdastPluginDefinition | HastPluginDefinition;
type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Returns plugins of the owner's whose errors are reported as diagnostics of the document that is
 * rendered: `plugin shout: …`.
 */
export function reportingPlugins<Entry extends MdastPluginEntry | HastPluginEntry>(
  entries: readonly Entry[],
): Entry[] {
  return entries.map((entry) => {
    const resolve = (context: PluginFactoryContext) => {
      const { source, fileURL, sourceFormat, data } = context;
      const plugins = [entry as Plugin];
      return normalizePlugins(plugins, 'plugins', source, fileURL, sourceFormat, data).map(guarded);
    };
    const { name } = (entry ?? {}) as { name?: string };
    return guardedFunction(resolve as AnyFunction, name ?? '') as Entry;
  });
}

function guarded(plugin: Plugin): Plugin {
  const guard = (part: unknown): unknown => {
    if (typeof part === 'function') return guardedFunction(part as AnyFunction, plugin.name);
    if (Array.isArray(part)) return part.map(guard);
    const isFiltered = typeof part === 'object' && part !== null && 'visit' in part;
    return isFiltered ? { ...part, visit: guard(part.visit) } : part;
  };
  const parts = Object.entries(plugin).map(([key, part]) => [key, guard(part)]);
  return { ...plugin, ...Object.fromEntries(parts) };
}

function guardedFunction(run: AnyFunction, name: string): AnyFunction {
  return function (this: unknown, ...args) {
    const failed = (error: unknown) => report(`plugin ${name}: ${described(error)}`, args);
    try {
      const result = run.apply(this, args);
      return result instanceof Promise ? result.catch(failed) : result;
    } catch (error) {
      return failed(error);
    }
  };
}

/** The last argument of a plugin's functions is Sätteri's context, the one before it a node. */
function report(message: string, args: unknown[]): void {
  const { data } = args.at(-1) as { data: { octavo: MarkdownDocument } };
  const { position } = (args.length > 1 ? args[0] : {}) as { position?: { start: Position } };
  data.octavo.report(position?.start, message, 'plugin');
}

/** Returns the message of an error and its position in the blog's source: `… (src/shout.ts:3:9)`. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ''] = error.message.split('\n');
  // The frames of the plugin stand before those of this file.
  const [stack = ''] = unmappedStack(error).split(/^.*\bowner-plugins\b/m);
  const frames = stack.split('\n').filter((frame) => !frame.includes('node_modules'));
  const [, place] = /\/(src\/[^():]+:\d+:\d+)/.exec(frames.join('\n')) ?? [];
  return place === undefined ? line : `${line} (${place})`;
}

/**
 * Returns the stack of an error with the positions of the files that Node loaded. Vite loads
 * src/site.config.ts too, and with its source maps on, Node would map positions by them.
 */
function unmappedStack(error: Error): string {
  const isOn = process.sourceMapsEnabled;
  // V8 formats a stack when it is first read.
  process.setSourceMapsEnabled(false);
  const { stack = '' } = error;
  process.setSourceMapsEnabled(isOn);
  return stack;
}
