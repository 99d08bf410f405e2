import type { Page } from 'playwright-core';

/**
 * Returns the text of the page that is open as bare HTML: its headings, paragraphs, lists, tables
 * and code, where more than one article is shown a list of them, and nothing else.
 */
export function bareHtml(page: Page): Promise<string> {
  return page.evaluate(() => {
    const KEPT =
      'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table thead tbody tr th td pre code blockquote a em strong';
    const kept = new Set(KEPT.split(' '));
    const main = document.querySelector('main')!.cloneNode(true) as HTMLElement;
    main
      .querySelectorAll('script, style, template, svg, button, input, select, form, [hidden]')
      .forEach((element) => element.remove());
    const articles = [...main.querySelectorAll('article')];
    if (articles.length > 1) {
      const list = document.createElement('ul');
      articles[0]!.before(list);
      for (const article of articles) {
        const item = document.createElement('li');
        item.append(...article.childNodes);
        list.append(item);
        article.remove();
      }
    }
    for (const element of [...main.querySelectorAll('*')]) {
      const tag = element.localName;
      for (const { name } of [...element.attributes])
        if (tag !== 'a' || name !== 'href') element.removeAttribute(name);
      if (!kept.has(tag)) element.replaceWith(...element.childNodes);
    }
    const { lang } = document.documentElement;
    return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${document.title}</title>${main.innerHTML.trim()}</html>`;
  });
}
