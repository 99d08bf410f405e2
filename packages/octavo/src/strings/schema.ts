import { z } from 'zod';
import { en, type Strings } from './en.ts';

type Shape = { [Key in keyof Strings]: z.ZodOptional<z.ZodType<Strings[Key], Strings[Key]>> };

const shape = Object.fromEntries(
  Object.entries(en).map(([key, value]) => [key, schemaFor(value).optional()]),
);

/** The setting `strings`: any of the words of the interface, by the keys of `en.ts`. */
export const stringsSchema = z
  .strictObject(shape as unknown as Shape)
  .meta({ title: 'group of texts' });

function schemaFor(value: Strings[keyof Strings]): z.ZodType {
  if (typeof value === 'string') return z.string().min(1);
  return z.custom<typeof value>((given) => typeof given === 'function', {
    error: `must be a function, like ${value.toString()}`,
  });
}
