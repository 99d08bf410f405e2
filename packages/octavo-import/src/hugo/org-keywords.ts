/** Returns the keywords at the head of an Org file, `#+title: X`, as front matter. */
export function orgKeywords(source: string): Record<string, unknown> {
  const [head = ''] = /^(?:[ \t]*(?:#.*)?\n)*/.exec(`${source}\n`) ?? [];
  const keywords = [...head.matchAll(/^#\+(\w+)(\[\])?:[ \t]*(.*?)[ \t]*$/gm)];
  return Object.fromEntries(
    keywords.map(([, key = '', list, value = '']) => [
      key.toLowerCase(),
      list ? value.split(/\s+/) : value.replace(/^<(\d{4}-\d\d-\d\d)[^>]*>$/, '$1'),
    ]),
  );
}
