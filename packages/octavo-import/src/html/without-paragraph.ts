import { readHtml } from 'octavo/internal/html/read-html';

/** Returns HTML that is a single paragraph without its element. */
export function withoutParagraph(html: string): string {
  const whole = html.trim();
  const isParagraph = whole.startsWith('<p>') && readHtml(whole).tags[0]?.end === whole.length;
  return isParagraph ? whole.slice('<p>'.length, -'</p>'.length) : whole;
}
