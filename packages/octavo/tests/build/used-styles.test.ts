import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/html/read-html.ts';
import { usedStyles } from '../../src/build/used-styles.ts';
import { edited } from '../../src/html/edits.ts';

function withUsedStyles(html: string): string {
  return edited(html, usedStyles(readHtml(html)).edits);
}

const page = (css: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${css}</style></head><body>${body}</body></html>`;

/** Returns the style sheet that a page keeps, and its body. */
function kept(css: string, body: string): { css: string; body: string } {
  const html = withUsedStyles(page(css, body));
  const [, style = ''] = /<head>.*<style>(.*?)<\/style>.*<\/head>/s.exec(html)!;
  return { css: style, body: /<body>(.*)<\/body>/s.exec(html)![1]! };
}

const P = '<p class="a b" data-n="1">Text</p>';

describe('a page keeps a rule', () => {
  test.each([
    ['for a tag', 'p{color:red}', P],
    ['for a tag in capitals', 'p{color:red}', '<P>Text'],
    ['for a class', '.b{color:red}', P],
    ['for a class in other quotes', '.b{color:red}', "<p class='a b'>"],
    ['for a class without quotes', '.b{color:red}', '<p class=b>'],
    ['for both of one element', 'p.b{color:red}', P],
    ['for data', '[data-n]{color:red}', P],
    ['for what a browser or a reader changes', '[open],[aria-current]{color:red}', P],
    ['for states', 'p:hover,p:not(.x),p:nth-child(2){color:red}', P],
    ['for parts of an element', 'p:before{content:""}', P],
    ['for everything', '*,:before{color:red}', P],
    ['for the page', ':root,html,body{color:red}', P],
    ['for what a parser adds', 'tbody td{color:red}', '<table><tr><td>'],
    ['where one of several is there', ':is(.x,.b){color:red}', P],
    ['where one inside is there', 'p:has(>.b,.x){color:red}', P],
    ['in a query', '@media print{p{color:red}}', P],
    ['in a layer', '@layer a{p{color:red}}', P],
    ['with an at-rule beside it', '@import "a.css";p{color:red}', P],
    ['with what is nested', 'p{color:red;&:hover{color:blue}.b{color:red}}', P],
    ['with a class that was escaped', 'p{color:red}.a\\:b{color:red}', '<p class="a:b">'],
    ['for a class with an escaped character', '.a\\&b{color:red}', '<p class="a&#38;b">'],
    ['for an SVG name', 'lineargradient{color:red}', '<svg><linearGradient/></svg>'],
    ['for a letter that looks like an end', 'p{color:red}', '<i title="a>b"></i><p>'],
  ])('%s', (_, css, body) => {
    expect(kept(css, body).css).toBe(css);
  });

  test.each([
    ['a class', '.new', `el.className='new'`],
    ['a class of one letter', '.b', `el.classList.add('b')`],
    ['a tag', 'mark', `document.createElement("mark")`],
    ['a tag in HTML', 'b', 'el.innerHTML=`<b>a</b>`'],
    ['both', 'p.new', `el.className="old new"`],
    ['data', '[data-theme-name]', 'el.dataset.themeName=1'],
    ['an attribute', '[data-theme-name]', `el.setAttribute('data-theme-name',1)`],
  ])('for what a script adds: %s', (_, selector, script) => {
    const css = `${selector}{color:red}`;
    expect(kept(css, `<p>a</p><script>${script}</script>`).css).toBe(css);
  });
});

describe('a page does without a rule', () => {
  test.each([
    ['for a tag', 'ul{color:red}'],
    ['for a class', '.x{color:red}'],
    ['for a class that only the text names', '.Text{color:red}'],
    ['for a tag that only an attribute names', 'u{color:red}'],
    ['for an element in one that is not there', '.x p{color:red}'],
    ['for both, which no element has', 'p.c{color:red}'],
    ['for data', '[data-x]{color:red}'],
    ['for one of several', ':is(.x,ul) p{color:red}'],
    ['for what an element has', 'p:has(ul){color:red}'],
    ['in a query, with the query', '@media print{ul{color:red}}'],
    ['with all that is nested in it', 'ul{color:red;.b{color:red}}'],
    ['that is empty', 'p{}'],
    ['that is a remark', '/* p */'],
  ])('%s', (_, css) => {
    expect(kept(`p{margin:0}${css}`, `${P}<i class="c" title="<u>"></i>`).css).toBe('p{margin:0}');
  });

  test.each([
    ['looked for', `document.querySelector('.x')`],
    ['a variable', 'var x=1'],
    ['data about the page', '{"x":"x"}', ' type="application/ld+json"'],
  ])('for what is only %s in a script', (_, script, type = '') => {
    expect(kept('.x{color:red}', `<p>a</p><script${type}>${script}</script>`).css).toBe('');
  });

  test('in a list of them', () => {
    expect(kept('p,ul,.b{color:red}', P).css).toBe('p,.b{color:red}');
  });

  test('but not in a list whose weight nested rules have', () => {
    const css = 'p,.x{color:red;&:hover{color:blue}}';
    expect(kept(css, P).css).toBe(css);
  });
});

describe('a page keeps a custom property', () => {
  test.each([
    ['whose value is taken', ':root{--a:1}p{top:var(--a)}'],
    ['whose value another takes', ':root{--a:1;--b:var( --a )}p{top:var(--b,2px)}'],
  ])('%s', (_, css) => {
    expect(kept(css, P).css).toBe(css);
  });

  test.each([
    ['an attribute', '<svg fill="var(--a)"></svg>'],
    ['a script', `<script>style.getPropertyValue('--a')</script>`],
  ])('that %s names', (_, body) => {
    expect(kept(':root{--a:1}', body).css).toBe(':root{--a:1}');
  });

  test('and none that only its text names', () => {
    expect(kept(':root{--a:1}', '<p>var(--a)</p>').css).toBe('');
  });

  test('and no other', () => {
    const css = ':root{--a:1;--b:var(--a);--c:2}ul{top:var(--b)}p{top:var(--c)}';
    expect(kept(css, P).css).toBe(':root{--c:2}p{top:var(--c)}');
  });
});

describe('the styles of components', () => {
  const [ONE, TWO] = ['astro-aaaaaaaa', 'astro-bbbbbbbb'];

  test('are kept apart by short classes', () => {
    expect(
      kept(
        `a:where(.${ONE}){top:0}a:where(.${TWO}):hover{top:1px}`,
        `<a class="${ONE}" href="/">1</a><a href="/" class="x ${TWO}">2</a>`,
      ),
    ).toEqual({
      css: 'a:where(.A){top:0}a:where(.B):hover{top:1px}',
      body: '<a class="A" href="/">1</a><a href="/" class="x B">2</a>',
    });
  });

  test('need no class where all of a tag or a class are of the component', () => {
    expect(
      kept(
        `p:where(.${ONE})>.x:where(.${ONE}){top:0}`,
        `<p class="${ONE}"><a class="x ${ONE}">1</a></p><a class="${TWO}">2</a>`,
      ),
    ).toEqual({ css: 'p>.x{top:0}', body: `<p><a class="x">1</a></p><a class="${TWO}">2</a>` });
  });

  test('need it for an element of any tag', () => {
    const body = `<p class="${ONE}">1</p>`;
    expect(kept(`:where(.${ONE})[aria-current]{top:0}`, body)).toEqual({
      css: ':where(.A)[aria-current]{top:0}',
      body: '<p class="A">1</p>',
    });
  });

  test('need it where a script may make such an element, or give it such a class', () => {
    const script = `<script>el.className='x'</script>`;
    expect(kept(`.x:where(.${ONE}){top:0}`, `<p class="${ONE}">1</p>${script}`)).toEqual({
      css: '.x:where(.A){top:0}',
      body: `<p class="A">1</p>${script}`,
    });
  });

  test('go where the component is not there, also where its tags are', () => {
    expect(kept(`p:where(.${ONE}){top:0}i{top:0}`, `<p>1</p><i class="${ONE}">2</i>`)).toEqual({
      css: 'i{top:0}',
      body: '<p>1</p><i>2</i>',
    });
  });

  test('take no class that the page has', () => {
    expect(kept(`p:where(.${ONE}){top:0}`, `<p class="${ONE} A">1</p><p>2</p>`)).toEqual({
      css: 'p:where(.B){top:0}',
      body: '<p class="B A">1</p><p>2</p>',
    });
  });

  test('leave a text alone that looks like one', () => {
    const text = `<p>class="${ONE}"</p>`;
    expect(kept('p{top:0}', text).body).toBe(text);
    const own = '<p class="astro-markdown">1</p>';
    expect(kept('.astro-markdown{top:0}', own)).toEqual({
      css: '.astro-markdown{top:0}',
      body: own,
    });
  });
});

describe('the style sheets of a page', () => {
  test('become one, in their order, where the first stood', () => {
    expect(
      withUsedStyles(
        '<head><style>p{top:0}</style><meta name="a"><style>\n@media (width<9px){i{top:0}}</style></head><p><i>',
      ),
    ).toBe('<head><style>p{top:0}@media (width<9px){i{top:0}}</style><meta name="a"></head><p><i>');
  });

  test('stay as they are in the body, and with attributes', () => {
    const html =
      '<head><style media="print">ul{top:0}</style></head><svg><style>.x{top:0}</style></svg>';
    expect(withUsedStyles(html)).toBe(html);
  });

  test('are found beside what looks like one', () => {
    const head =
      '<title><style>a</style></title><meta content="<style>b</style></head>"><noscript><style>c</style></noscript>';
    const html = (css: string) => `<head>${head}<style>${css}</style></head><p>`;
    expect(withUsedStyles(html('p{top:0}ul{top:0}'))).toBe(html('p{top:0}'));
  });

  test('end with the head, whose closing tag may be missing', () => {
    const html = '<head><style>p{top:0}</style><body><p><style>ul{top:0}</style>';
    expect(withUsedStyles(html)).toBe(html);
  });

  test('are left to a page without', () => {
    expect(withUsedStyles('<p>a</p>')).toBe('<p>a</p>');
  });

  test('are the same each time', () => {
    const html = page('p{color:red}ul{color:red}', P);
    expect(withUsedStyles(html)).toBe(withUsedStyles(html));
  });
});
