import { post } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

const GERMAN = `Ein Proxy nimmt eine Anfrage an und gibt sie weiter. Wer ihn betreibt, will wissen, was
unterwegs geschieht, und misst deshalb jede Strecke einzeln.

## Messen

Zuerst kommt die Größe der Antwort, dann die Zeit bis zum ersten Byte. Mehr dazu steht in
[den Grundlagen](basics/index.md), in [der Übersicht](/about/) und [auf Englisch](english-only.md).
`;

const ENGLISH = `A proxy accepts a request and passes it on. Whoever runs one wants to know what happens
on the way, and so measures every hop on its own.

## Measure

First comes the size of the response, then the time to the first byte. More is in
[the basics](basics/index.md) and [about this blog](/about/).
`;

const JAPANESE = `プロキシは要求を受け取り、それを次へ渡します。運用する人は途中で何が起こるかを知りたいので、区間ごとに測ります。

## 測る

まず応答の大きさ、次に最初のバイトまでの時間です。詳しくは[基礎](basics/index.md)をご覧ください。
`;

const ARABIC = `يستقبل الوكيل الطلب ويمرره. ومن يشغله يريد أن يعرف ما يحدث في الطريق، ولذلك يقيس كل مرحلة على حدة.

## القياس

أولاً حجم الرد، ثم الوقت حتى أول بايت، كما في \`kube-proxy\`.
`;

const BY_NAMES = `Siehe [[Proxys, gemessen|die Messung]], [[basics]] und [[Only in English]].

![[circle.svg|Ein Kreis]]
`;

const BLOGROLL = `- title: Fish & chips
  url: https://fish.example/
  feed: https://fish.example/feed.xml
  description: On <fish>.
  group: Food
- title: Only a feed
  feed: https://feed.example/rss.xml
`;

const CAST = `{"version":2,"width":70,"height":12,"title":"An installation"}
[0.1,"o","\\u001b[32m$\\u001b[0m npm install octavo\\r\\n"]
[1.2,"o","\\u001b[1madded\\u001b[0m 12 packages \\u001b[7m ok \\u001b[0m in \\u001b[33m2 s\\u001b[0m\\r\\n\\u001b[31merror\\u001b[0m: none\\r\\n$ "]
`;

const DRAWN = `A text.

\`\`\`dot title="A request"
digraph { rankdir=LR; client -> proxy [label="HTTP/2"]; proxy -> { one two } [style=dashed] one [shape=box style=filled] two [shape=box style=filled fillcolor="#ffd27f"] }
\`\`\`

\`\`\`cast file="install.cast"
\`\`\`
`;

const REPLIES = JSON.stringify([
  {
    id: '1',
    author: { name: 'Ada', url: 'https://ada.example/' },
    date: '2024-01-02',
    html: '<p>A <a href="https://a.example/">link</a>.</p>',
    url: 'https://www.xn--bcher-kva.example/1',
  },
  { id: '2', author: { name: 'Bob' }, date: '2024-01-03', html: '<p>An answer.</p>', parent: '1' },
]);

const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;

/** The page that link posts are about. */
export const LINK = 'https://www.tokens.example/a?b=1&c=2';

/** A blog in English, with posts in German, Japanese and Arabic: in all, some or one of them. */
const MULTILINGUAL = {
  settings: {
    title: 'Hops',
    description: 'Notes on proxies.',
    language: 'en',
    ...{ backlinks: true, cite: true, wikilinks: true, blogroll: 'src/content/blogroll.yaml' },
    comments: {
      giscus: { repo: 'a/b', repoId: 'R_1', category: 'Comments', categoryId: 'C_1' },
    },
    newsletter: { action: 'https://letters.example/subscribe' },
    nav: [{ label: 'About', link: '/about/' }],
    notes: {},
    languages: {
      de: {
        title: 'Strecken',
        description: 'Notizen über Proxys.',
        nav: [{ label: 'Über', link: '/about/' }],
        strings: { archive: 'Alle Artikel' },
      },
      ja: { title: '経路', description: 'プロキシについてのノート。' },
      ar: { title: 'مسارات', description: 'ملاحظات عن الوكلاء.' },
    },
  },
  files: {
    'posts/proxies.md': post({ title: 'Proxies, measured', tags: ['Proxies', 'Go'] }, ENGLISH),
    'posts/proxies.de.md': post(
      { title: 'Proxys, gemessen', date: '2024-02-01', slug: 'proxys', tags: ['Proxies', 'Größe'] },
      GERMAN,
    ),
    'posts/proxies.ja.md': post({ title: 'プロキシを測る', tags: ['Proxies'] }, JAPANESE),
    'posts/ar/proxies.md': post({ title: 'قياس الوكلاء', tags: ['Proxies'] }, ARABIC),
    'posts/basics/index.md': post(
      { title: 'The basics', updated: '2024-05-01' },
      'What a proxy is.\n\n![A circle](circle.svg)',
    ),
    'posts/basics/index.de.md': post({ title: 'Die Grundlagen' }, '![Ein Kreis](circle.svg)'),
    'posts/basics/circle.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>',
    'posts/basics/circle.de.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>',
    'posts/basics.ja.md': post({ title: '基礎' }, '基礎の文章です。'),
    'posts/english-only.md': post({ title: 'Only in English', tags: ['Go'] }, DRAWN),
    'posts/install.cast': CAST,
    'replies/english-only.json': REPLIES,
    'posts/nur-deutsch.de.md': post({ title: 'Nur auf Deutsch', aliases: ['/alt/'] }, BY_NAMES),
    'blogroll.yaml': BLOGROLL,
    'notes/switch.md': post(
      { title: undefined, date: '2024-03-02 10:30', tags: ['Go'] },
      'Today I learned that `git switch -` goes back to the branch before, as `cd -` does.[^1]\n\n[^1]: Since 2.23.',
    ),
    'notes/switch.de.md': post(
      { title: undefined, date: '2024-03-03', link: 'https://www.git.example/switch' },
      'Mit `git switch -` [zurück](../posts/proxies.de.md).[^1]\n\n[^1]: Ab 2.23.',
    ),
    'notes/2024/titled.mdx': post(
      {
        title: 'Hops & tokens',
        date: '2024-03-04',
        link: LINK,
        via: 'https://via.example/1?a=1&b',
      },
      "export const count = 'Three';\n\n> {count} tokens.\n\nSee [the note](../switch.md).[^1]\n\n[^1]: As said.",
    ),
    'notes/draft.md': post({ title: undefined, date: '2024-03-05', draft: true }, 'A draft.'),
    'notes/ar/titled.md': post({ title: 'رموز', date: '2024-03-04', link: LINK }, 'ثلاثة رموز.'),
    'posts/linked.md': post({ title: 'A linked page', date: '2024-03-01', link: LINK }, 'Read it.'),
    'pages/about.md': page('About', 'Who writes here.'),
    'pages/about.de.md': `---\ntitle: Über\n---\n\nWer hier schreibt.\n`,
  },
};

export const multilingualBlog = sharedSite('multilingual', () => MULTILINGUAL);
