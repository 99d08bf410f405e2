/**
 * Returns a color token of style sheets, `--paper`, in both themes; the last declaration
 * wins. Throws if it is missing.
 */
export function themeColor(token: string, css: string) {
  const declarations = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(--[\w-]+)\s*:\s*([^;{}]+)/g);
  const values = new Map(
    [...declarations].map(([, name = '', value = '']) => [name, value.trim()]),
  );
  const value = resolved(token, values);
  const [, light = value, dark = value] = LIGHT_DARK.exec(value) ?? [];
  return { light, dark };
}

/** `light-dark(a, b)`, where each may be a function with commas: `light-dark(rgb(0, 0, 0), #fff)`. */
const LIGHT_DARK =
  /^light-dark\(\s*((?:[^(),]|\([^()]*\))+?)\s*,\s*((?:[^(),]|\([^()]*\))+?)\s*\)$/;

/** Returns the value of a token with its `var()` references replaced. */
function resolved(token: string, values: Map<string, string>, within: string[] = []): string {
  const value = values.get(token);
  if (value === undefined || within.includes(token))
    throw new Error(`src/styles/theme.css: ${token} has no value`);
  return value.replace(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) =>
    resolved(name, values, [...within, token]),
  );
}
