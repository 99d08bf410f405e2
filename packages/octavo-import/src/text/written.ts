/** Returns a text as Markdown that shows it as it is. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$~|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** Returns a text as code within a line: on one line, and in more backticks than it has. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Returns a block of code in a fence that is longer than any in it. */
export function fence(code: string, infoString: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${infoString}\n${code}\n${marks}`;
}

/** Returns an address as it can stand in the parentheses of a link. */
export function writtenAddress(address: string): string {
  const spaced = address.trim().replace(/[\s<>]/g, (character) => encodeURIComponent(character));
  return hasEvenParentheses(spaced) ? spaced : spaced.replaceAll('(', '%28').replaceAll(')', '%29');
}

function hasEvenParentheses(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Returns a title as it stands behind an address, in quotation marks. */
export function writtenTitle(title: string): string {
  return `"${title.replace(/\s*\n\s*/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
}

/** Returns a link; without a text it shows its address. */
export function link(address: string, text = ''): string {
  if (text.trim() === '' && /^[a-z][a-z\d+.-]*:[^\s<>]*$/i.test(address)) return `<${address}>`;
  return `[${escapedMarkdown(text.trim() || address)}](${writtenAddress(address)})`;
}
