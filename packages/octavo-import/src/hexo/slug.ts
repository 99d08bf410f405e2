/** Returns a text as Hexo writes it in URLs and ids: `filename_case` 1 is lower case, 2 upper case. */
export function hexoSlug(text: string, filenameCase = 0): string {
  const slug = withoutDiacritics(text)
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (filenameCase === 1) return slug.toLowerCase();
  return filenameCase === 2 ? slug.toUpperCase() : slug;
}

/** Latin letters lose their marks; those of other scripts keep them. */
function withoutDiacritics(text: string): string {
  return text.replace(/\p{Script=Latin}\p{M}*/gu, (letter) =>
    letter
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßøØłŁđĐæÆœŒıħ]/g, (one) => WHOLE[one] ?? one),
  );
}

/** Letters that Unicode does not take apart, as hexo-util writes them. */
const WHOLE: Record<string, string> = {
  ...{ ß: 's', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', æ: 'ae', Æ: 'AE', œ: 'oe' },
  ...{ Œ: 'OE', ı: 'i', ħ: 'h' },
};
