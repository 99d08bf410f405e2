import { z } from 'zod';
import type { Extensions } from '../settings/context.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { collectionSchemas, dateSchema } from './schema.ts';

/** An error in a named export of `src/site.config.ts`. */
interface ConfigError {
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
    return [{ message: 'frontMatter: must be an object, like { posts: { mood: z.string() } }' }];
  const schemas = collectionSchemas({ date: dateSchema('UTC'), image: z.string() });
  return Object.entries(frontMatter).flatMap(([collection, keys]) => {
    if (!(collection in schemas)) {
      const known = Object.keys(schemas);
      return [
        {
          message: `frontMatter: unknown collection ${collection}${didYouMean(collection, known)}`,
        },
      ];
    }
    const subject = `frontMatter.${collection}`;
    if (keys === undefined) return [];
    if (!isRecord(keys)) return [{ message: `${subject}: must be an object of zod schemas` }];
    const engine = schemas[collection as keyof typeof schemas].shape;
    return Object.entries(keys).flatMap(([key, schema]): ConfigError[] => {
      const message =
        key in engine
          ? 'already a key of Octavo; choose another name'
          : isRecord(schema) && '_zod' in schema
            ? undefined
            : 'must be a zod 4 schema, like z.string().optional(); import z from octavo/config';
      return message === undefined ? [] : [{ message: `${subject}.${key}: ${message}` }];
    });
  });
}

/** Checks the shapes that Sätteri accepts, since its own errors do not name the setting. */
function pluginErrors(subject: string, plugins: unknown): ConfigError[] {
  if (!Array.isArray(plugins)) return [{ message: `${subject}: must be a list of plugins` }];
  return plugins.flatMap((plugin: unknown, index): ConfigError[] => {
    const name = `${subject}[${index}]`;
    if (Array.isArray(plugin)) return pluginErrors(name, plugin);
    const isPlugin =
      !plugin || typeof plugin === 'function' || (isRecord(plugin) && 'name' in plugin);
    return isPlugin
      ? []
      : [
          {
            message: `${name}: must be a plugin with a name; defineMdastPlugin and defineHastPlugin check its type`,
          },
        ];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
