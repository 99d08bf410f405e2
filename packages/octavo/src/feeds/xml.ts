import { escapeHtml } from '../html/escape-html.ts';

/** Returns a text for the inside of an XML element or attribute. */
export function escapeXml(text: string): string {
  return escapeHtml(withoutControls(text));
}

/** Strips the control characters that XML 1.0 does not allow (section 2.2, Char). */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** The namespace of feed history (RFC 5005, 2). */
export const HISTORY = 'http://purl.org/syndication/history/1.0';
