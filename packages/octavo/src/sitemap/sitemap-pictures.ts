/**
 * Returns the addresses of the pictures that an article's page shows in its text, whole and each
 * once; those of other sites and those of the dark theme are left out.
 */
export function picturesOf(html: string, address: string): string[] {
  const article = html.slice(html.indexOf('<article'), html.lastIndexOf('</article>'));
  const { origin } = new URL(address);
  const found = [...article.matchAll(IMAGE)].flatMap(([image]) => {
    const [, src] = SOURCE.exec(image) ?? [];
    if (src === undefined || ON_DARK.test(image)) return [];
    const url = new URL(unescaped(src), address);
    return url.origin === origin ? [url.href] : [];
  });
  // No page has more in a sitemap (Google Search Central, Image sitemaps).
  return [...new Set(found)].slice(0, 1000);
}

const IMAGE = /<img\b(?:"[^"]*"|[^">])*>/g;
const SOURCE = /\ssrc="([^"]*)"/;
const ON_DARK = /\sclass="[^"]*\bon-dark\b/;

function unescaped(attribute: string): string {
  return attribute.replace(/&(?:amp|#38|#x26);/gi, '&');
}
