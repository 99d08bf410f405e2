import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

const PROSE = `A text with a :tada:, "quotes" -- and <kbd>Ctrl</kbd> <kbd>C</kbd>.

> [!NOTE]
> A note with [a link](#a-heading), \`code\` and *emphasis*.
>
> - One
> - Two

> [!TIP] A title of *one's own*
> A tip.

> [!IMPORTANT]
> Important.
>
> > [!WARNING]
> > Within another.

> [!CAUTION]-
> What is folded.
>
> | a | b |
> |---|---|
> | c | d |

:::warning[A warning that is open]{open}
\`\`\`js
const answer = 42;
\`\`\`
:::

> A quotation.

## A heading

- [x] A task that is *done*
- [ ] A task with [a link](#a-heading), and words that go on for longer than the line of a small screen
  - [ ] Another below it
  - No task

| ${'A heading | '.repeat(10)}
| ${'--: | '.repeat(10)}
| ${'configuration | '.repeat(10)}

|   | Column |
|---|:------:|
| a |   b    |

<table>
<tbody>
<tr><th>Row</th><td>c</td></tr>
</tbody>
</table>

A term
: Its definition.

Another term
: Its first definition.

  With a second paragraph.
: Its second definition.

<details>
<summary>A fold</summary>

A text in it.

</details>

::include{file="../../parts/included.md"}

The end.
`;

const INCLUDED =
  '---\ntitle: no matter\n---\n\nAn included text with [a link](../content/posts/plain.md).\n';

const ARABIC_POST = 'نص فيه "كلمة".\n\n```js\nlet a;\n```';

/** The pages of the same text in Markdown and in MDX. */
export const GERMAN_POSTS = ['2024/02/01/plain.html', '2024/02/01/components.html'];

/** A blog in German, with the same post in Markdown and in MDX. */
export const germanBlog = sharedSite('german', () => ({
  settings: {
    language: 'de',
    timeZone: 'Europe/Berlin',
    permalink: '/:year/:month/:day/:slug.html',
  },
  files: {
    'posts/größe.md': post(
      { title: 'Größe', date: '2024-03-31T23:30:00Z', tags: ['Größe'] },
      `${words(500)}[^1]\n\n[^1]: Fuß.`,
    ),
    'posts/tag.md': post({ title: 'Tag', date: '2024-03-31', updated: '2024-05-01' }),
    'posts/arabic.md': post(
      { title: 'مقال', date: '2024-01-31', lang: 'ar', summary: 'ملخص.' },
      ARABIC_POST,
    ),
    'posts/french.mdx': post({ title: 'Un article', date: '2024-01-30', lang: 'fr' }, 'Un "mot".'),
    'posts/plain.md': post({ title: 'Plain', date: '2024-02-01' }, PROSE),
    'posts/components.mdx': post({ title: 'Components', date: '2024-02-01' }, PROSE),
    '../parts/included.md': INCLUDED,
  },
}));

export const JAPANESE_PARAGRAPH = '日本語の文章です。'.repeat(10);

/** A blog in Japanese, with a post in Korean and one in Chinese. */
export const japaneseBlog = sharedSite('japanese', () => ({
  settings: { title: '日本語ブログ', language: 'ja', timeZone: 'Asia/Tokyo' },
  files: {
    'posts/日本語.md': post(
      { title: '日本語の記事', tags: ['日本語'] },
      `${JAPANESE_PARAGRAPH}\n\n${'文'.repeat(1000)}`,
    ),
    'posts/한국어.md': post({ title: '한국어', date: '2023-01-01' }, '가'.repeat(501)),
    'posts/quoted.md': post(
      { title: '「引用」と<タグ>', date: '2023-01-02', tags: ['技術', 'Größe'] },
      'これは*本文*です。[リンク](/tags/)。\n\n```text\n日本語\n```',
    ),
    'posts/中文.md': post({ title: '中文标题', date: '2023-01-01', slug: '中文' }, '正文。'),
    'posts/index.md': post(
      { title: '検索の仕組み', date: '2022-01-01' },
      '全文検索エンジンは文章を単語に分割します。',
    ),
    'posts/proxy.md': post(
      { title: 'プロキシの階層', date: '2022-01-01', tags: ['ネットワーク'] },
      'プロキシは `x-forwarded-for` を付け、`kube-proxy` は `GOMAXPROCS` と C++ を知らない。',
    ),
    'posts/server.md': post(
      { title: 'サーバー', date: '2022-01-01' },
      '`net/http` と `std::vector` について東京で書く。',
    ),
  },
}));

const ARABIC =
  'هذا نص عربي قصير يكفي لملء سطر أو سطرين من المقال حتى نرى كيف يبدو على الصفحة. '.repeat(8);

const arabicArticle = `${ARABIC} \`kubectl get pods\` [رابط](https://example.org/)[^1]

[^1]: حاشية.

## القسم الأول

${ARABIC}

\`\`\`sh
kubectl get pods --namespace kube-system --output wide --show-labels --sort-by .metadata.name
\`\`\`

- بند
- بند آخر

### قسم فرعي

> ${ARABIC}

## القسم الثاني

| الاسم | العدد |
| :---- | ----: |
| أول   |     1 |

${ARABIC}
`;

const arabicNote = (number: number): [string, string] => [
  `posts/note-${number}.md`,
  post({ title: `ملاحظة ${number}`, date: `2024-01-${10 + number}`, tags: ['لغة'] }, ARABIC),
];

/** A blog in Arabic, of two index pages. */
export const arabicBlog = sharedSite('arabic', () => ({
  settings: {
    title: 'مدونة',
    description: 'مدونة للاختبار.',
    language: 'ar',
    timeZone: 'Africa/Cairo',
    nav: [
      { label: 'الأرشيف', link: '/archive/' },
      { label: 'الوسوم', link: '/tags/' },
    ],
  },
  files: {
    'posts/article.md': post(
      { title: 'مقال', date: '2024-02-01', tags: ['لغة', 'Go'] },
      arabicArticle,
    ),
    'posts/مقال.md': post(
      { title: 'مقال «أول» & <ثان>', date: '2024-01-30', tags: ['برمجة'] },
      'نص المقال و`code` و[رابط](/tags/).\n\n```js\nlet a = 1;\n```',
    ),
    'posts/one.md': post(
      { title: 'الوكيل والشبكة', date: '2024-01-01' },
      '## القسم\n\nيقرأ الوكيل كل طلب عبر `kube-proxy`.',
    ),
    'posts/a.md': post({ title: 'A post', aliases: ['/old/'] }),
    ...Object.fromEntries(Array.from({ length: 11 }, (_, index) => arabicNote(index + 1))),
  },
}));
