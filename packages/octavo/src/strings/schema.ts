import { z } from 'zod';
import en from './en.json' with { type: 'json' };
import { ARGUMENTS, type Strings } from './strings.ts';

type Shape = { [Key in keyof Strings]: z.ZodOptional<z.ZodType<Strings[Key], Strings[Key]>> };

const shape = Object.fromEntries(Object.keys(en).map((key) => [key, schemaFor(key).optional()]));

/** The setting `strings`: any strings of the interface, by the keys of `en.json`. */
export const stringsSchema = z
  .strictObject(shape as unknown as Shape)
  .meta({ title: 'group of texts' });

function schemaFor(key: string): z.ZodType {
  const names: readonly string[] | undefined = ARGUMENTS[key as keyof typeof ARGUMENTS];
  if (!names) return z.string().min(1);
  return z.custom((given) => typeof given === 'function', {
    error: `must be a function, like (${names.join(', ')}) => \`…\``,
  });
}
