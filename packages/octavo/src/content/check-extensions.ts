import { z } from 'zod';
import type { Extensions } from '../settings/context.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { collectionSchemas, dateSchema } from './schema.ts';

/** An error in a named export of `src/site.config.ts`. */
interface ConfigError {
  subject: string;
  message: string;
}

/** Returns the errors in the front matter keys and plugins of an owner. */
export function extensionErrors({
  frontMatter,
  mdastPlugins,
  hastPlugins,
}: Extensions): ConfigError[] {
  return [
    ...frontMatterErrors(frontMatter),
    ...pluginErrors('mdastPlugins', mdastPlugins),
    ...pluginErrors('hastPlugins', hastPlugins),
  ];
}

function frontMatterErrors(frontMatter: unknown): ConfigError[] {
  if (!isRecord(frontMatter))
    return [
      { subject: 'frontMatter', message: 'must be an object: { posts: { mood: z.string() } }' },
    ];
  const schemas = collectionSchemas({ date: dateSchema('UTC'), image: z.string() });
  return Object.entries(frontMatter).flatMap(([collection, keys]) => {
    const subject = `frontMatter.${collection}`;
    if (!(collection in schemas)) {
      const known = Object.keys(schemas);
      return [{ subject, message: `unknown collection${didYouMean(collection, known)}` }];
    }
    if (keys === undefined) return [];
    if (!isRecord(keys)) return [{ subject, message: 'must be an object of zod schemas' }];
    const engine = schemas[collection as keyof typeof schemas].shape;
    return Object.entries(keys).flatMap(([key, schema]): ConfigError[] => {
      const message =
        key in engine
          ? 'is a key of Octavo; choose another name'
          : isRecord(schema) && '_zod' in schema
            ? undefined
            : 'must be a schema of zod 4, like z.string().optional(); import z from octavo/config';
      return message === undefined ? [] : [{ subject: `${subject}.${key}`, message }];
    });
  });
}

/** Checks the shapes that Sätteri accepts; it says nothing of where another one comes from. */
function pluginErrors(subject: string, plugins: unknown): ConfigError[] {
  if (!Array.isArray(plugins)) return [{ subject, message: 'must be a list of plugins' }];
  return plugins.flatMap((plugin: unknown, index): ConfigError[] => {
    const name = `${subject}[${index}]`;
    if (Array.isArray(plugin)) return pluginErrors(name, plugin);
    const isPlugin =
      !plugin || typeof plugin === 'function' || (isRecord(plugin) && 'name' in plugin);
    return isPlugin
      ? []
      : [
          {
            subject: name,
            message:
              'must be a plugin with a name; defineMdastPlugin and defineHastPlugin check its type',
          },
        ];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
