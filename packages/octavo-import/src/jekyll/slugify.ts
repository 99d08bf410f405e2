/** What Jekyll keeps in a slug, by its mode. */
const KEPT = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
};

/** Returns a text as Jekyll writes it in a URL (Jekyll::Utils.slugify). */
export function jekyllSlug(
  text: string,
  { mode = 'default', keepCase = false }: { mode?: keyof typeof KEPT; keepCase?: boolean } = {},
): string {
  const slug = text.replace(KEPT[mode], '-').replace(/^-|-$/g, '');
  return keepCase ? slug : slug.toLowerCase();
}
