import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import type { Position } from '../diagnostics/diagnostic.ts';
import type { MarkdownDocument } from './document.ts';

/** Is passed the error of a plugin, and the arguments that the plugin was called with. */
type OnError = (message: string, args: unknown[]) => void;

/**
 * Returns plugins of the owner's whose errors are reported as diagnostics of the document that is
 * rendered: `plugin shout: …`.
 */
export function reportingPlugins<Entry extends MdastPluginEntry | HastPluginEntry>(
  entries: readonly Entry[],
): Entry[] {
  return entries.map((entry) => guarded(entry, reportError));
}

/** Returns plugins of the owner's whose errors begin with the name of the plugin. */
export function namedPlugins<Entry extends MdastPluginEntry | HastPluginEntry>(
  entries: readonly Entry[],
): Entry[] {
  return entries.map((entry) =>
    guarded(entry, (message) => {
      throw new Error(message);
    }),
  );
}

/** The last argument of a plugin's functions is Sätteri's context. */
function reportError(message: string, args: unknown[]): void {
  const { data } = args.at(-1) as { data: { octavo?: MarkdownDocument } };
  if (!data.octavo) throw new Error(message);
  const { position } = (args.length > 1 ? args[0] : {}) as { position?: { start: Position } };
  data.octavo.report(position?.start, message);
}

function guarded<Entry>(entry: Entry, onError: OnError): Entry {
  return wrap(entry, (entry as { name?: string } | null)?.name ?? '') as Entry;

  /** Wraps the functions in an entry: factories, visitors, and what they return or hold. */
  function wrap(value: unknown, name: string): unknown {
    if (Array.isArray(value)) return value.map((item) => wrap(item, nameOf(item) || name));
    if (typeof value === 'function') return wrapFunction(value as AnyFunction, name);
    if (typeof value !== 'object' || value === null) return value;
    const own = nameOf(value) || name;
    const parts = Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      key === 'name' || key === 'options' || key === 'filter' ? part : wrap(part, own),
    ]);
    return Object.fromEntries(parts) as unknown;
  }

  function wrapFunction(run: AnyFunction, name: string): AnyFunction {
    return function (this: unknown, ...args) {
      const failed = (error: unknown) => onError(`plugin ${name}: ${described(error)}`, args);
      try {
        const result = run.apply(this, args);
        if (result instanceof Promise) return result.catch(failed);
        // A factory returns a plugin.
        return args.length === 1 && isPlugin(result)
          ? wrap(result, nameOf(result) || name)
          : result;
      } catch (error) {
        return failed(error);
      }
    };
  }
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function nameOf(value: unknown): string {
  const { name } = (value ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}

function isPlugin(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && 'name' in value);
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
