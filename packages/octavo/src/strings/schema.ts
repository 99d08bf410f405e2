import { z } from 'zod';
import en from './en.json' with { type: 'json' };
import { ARGUMENTS, type StringSetting, type Strings } from './strings.ts';

type Shape = {
  [Key in keyof Strings]: z.ZodOptional<z.ZodType<StringSetting<Key>, StringSetting<Key>>>;
};

const shape = Object.fromEntries(Object.keys(en).map((key) => [key, schemaFor(key).optional()]));

/** The setting `strings`: any strings of the interface, by the keys of `en.json`. */
export const stringsSchema = z
  .strictObject(shape as unknown as Shape)
  .meta({ title: 'group of texts' });

function schemaFor(key: string): z.ZodType {
  const names: readonly string[] | undefined = ARGUMENTS[key as keyof typeof ARGUMENTS];
  const text = z.string().min(1);
  if (!names) return text;
  const placeholders = names.map((name) => `{${name}}`);
  const isKnown = (found: string) => placeholders.includes(found);
  const one = text.refine((value) => (value.match(/\{.*?\}/g) ?? []).every(isKnown), {
    error: `unknown placeholder; use ${placeholders.join(', ')}`,
  });
  const forms = z
    .strictObject({ zero: one, one, two: one, few: one, many: one, other: one })
    .partial()
    .required({ other: true });
  return z.union([one, forms], {
    error: `must be a string with ${placeholders.join(', ')}, or one for each plural category with other`,
  });
}
