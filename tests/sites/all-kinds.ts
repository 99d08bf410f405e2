import sharp from 'sharp';
import { png } from '../pictures.ts';
import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';
import type { Fixture } from '../site.ts';

/** Every kind of page that the engine makes, and where the blog of these tests has one. */
export const KINDS: Record<string, string> = {
  'the index': '',
  'a later index page': 'page/2/',
  'an article': 'posts/an-article/',
  'an article with a cover': 'posts/with-a-cover/',
  'an article of long words': 'posts/long-words/',
  'an article of tasks and tables': 'posts/tasks-and-tables/',
  'a short article': 'posts/note-1/',
  'a part of a series': 'posts/note-2/',
  'a series': 'series/two-parts/',
  'a tag': 'tags/notes/',
  'a later page of a tag': 'tags/notes/page/2/',
  'the tags': 'tags/',
  'the archive': 'archive/',
  'an author': 'authors/someone/',
  'the page about the feeds': 'feeds/',
  'a page': 'about/',
  'the page for what is not there': '404.html',
};

/** A page that sends its reader on to the index. */
export const REDIRECT = 'posts/';

export const blogOfAllKinds = sharedSite('all-kinds', allKinds);

/** Returns a blog with every kind of page, and with texts that try a layout. */
async function allKinds(): Promise<Fixture> {
  const picture = await sharp({
    create: { width: 1600, height: 900, channels: 3, background: '#22313f' },
  })
    .png()
    .toBuffer();
  return {
    settings: {
      nav: [
        { label: 'Archive', link: '/archive/' },
        { label: 'Tags', link: '/tags/' },
        { label: 'About', link: '/about/' },
      ],
      intro: 'A blog for **tests**. [About it](/about/).',
      footer: 'Under [a licence](https://example.org/licence).',
      social: [{ name: 'Elsewhere', link: 'https://example.org/someone' }],
      editUrl: 'https://example.org/edit/',
      license: { name: 'CC0', link: '/about/' },
      reply: 'mailto:someone@example.org?subject=:title',
      series: { 'Two parts': 'A series of two.' },
      comments: {
        giscus: { repo: 'a/b', repoId: 'R_1', category: 'Comments', categoryId: 'C_1' },
      },
      newsletter: { action: 'https://letters.example/subscribe', fields: { embed: '1' } },
    },
    files: {
      'authors/someone.md':
        '---\nname: Someone\nurl: https://example.org/\nportrait: ./someone.png\n---\n\nWrites [tests](/about/).\n',
      'authors/someone.png': await png(400, 400),
      'pages/about.md': '---\ntitle: About\n---\n\nA page with [a link](/archive/).\n',
      'posts/an-article.md': article,
      'posts/with-a-cover/index.md': withCover,
      'posts/with-a-cover/cover.png': picture,
      'replies/with-a-cover.json': replies,
      'posts/long-words.md': longWords,
      'posts/tasks-and-tables.md': tasksAndTables,
      ...Object.fromEntries(Array.from({ length: 22 }, (_, index) => note(index + 1))),
    },
  };
}

const article = post(
  {
    title: 'An article',
    date: '2024-06-03',
    updated: '2024-06-04',
    description: 'All that Markdown can do.',
    tags: ['Go', 'Tests'],
    canonical: 'https://example.org/first/',
  },
  `A first paragraph with \`code\`, [a link](https://example.org/elsewhere) and a note[^1]. ${words(60)}

[^1]: What the note says.

## First section

${words(120)}

\`\`\`ts
/** Returns the sum of two numbers. */
export const sum = (one: number, other: number): number => one + other;
\`\`\`

### A subsection

> A quotation of a paragraph.
>
> And of another.

- One
- Another
  - below it

## Second section

<details><summary>More</summary>

A text that is folded.

</details>

| Left | Middle | Right |
| :--- | :----: | ----: |
| a    |   b    |     1 |

${words(120)}

### Another subsection

1. One
2. Two

---

${words(200)}

## Third section

A link to [a note](./note-1.md) and to [the first section](#first-section).

${words(400)}
`,
);

const reactions = ['like', 'like', 'repost'].map((kind, index) => ({
  ...{ id: `${kind}-${index}`, kind, author: { name: 'A reader' }, date: '2024-06-05' },
}));

const replies = JSON.stringify([
  ...Array.from({ length: 5 }, (_, index) => ({
    id: `${index}`,
    ...(index > 0 && { parent: `${index - 1}` }),
    author: { name: 'A reader', ...(index === 0 && { url: 'https://example.org/' }) },
    date: '2024-06-05T10:30:00Z',
    html: `<p>${words(30)} <a href="https://example.org/">link</a></p><pre>${'code '.repeat(20)}</pre>`,
    ...(index === 1 && { url: 'https://social.example/1', source: 'https://social.example/' }),
  })),
  ...reactions,
]);

const withCover = post(
  {
    title: 'With a cover',
    date: '2024-06-02',
    tags: ['Tests'],
    cover: { image: './cover.png', alt: 'A dark plane', caption: 'Nothing but a colour.' },
    discussion: ['https://social.example/@someone/1', 'https://bsky.app/profile/someone/post/2'],
  },
  `![A dark plane](./cover.png)\n\n${words(80)}\n\nThe end.\n`,
);

const tasksAndTables = post(
  { title: 'Tasks and tables', date: '2024-05-31', tags: ['Tests'] },
  `- [x] done
- [ ] to be done

| Meaning | Default |
| ------- | ------- |
| ${words(60)} | 2,000 |

| ${'Heading | '.repeat(12)}
| ${'--- | '.repeat(12)}
| ${'configuration | '.repeat(12)}
`,
);

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const ADDRESS = `https://example.org/${'a-very-long-path-without-any-end/'.repeat(6)}`;

const longWords = post(
  {
    title: `${LONG} and github.com/kubernetes/kubernetes/pkg/apis/authentication/validation`,
    date: '2024-06-01',
    description: `${LONG} ${ADDRESS}`,
    tags: [LONG, 'A tag of several words that goes on for a while'],
    pinned: true,
  },
  `${LONG}: ${ADDRESS}. \`${LONG.toLowerCase().repeat(2)}\`

## ${LONG}

\`\`\`sh
${'curl --silent --show-error --location '.repeat(8)}
\`\`\`

## ${LONG}, second

> ${LONG}

- ${LONG}
  - ${LONG}
    1. ${ADDRESS}

### \`kubernetes.authentication.validation.ValidateServiceAccountTokenRequest\`

A note.[^long]

[^long]: ${ADDRESS}
`,
);

function note(number: number): [string, string] {
  const date = `2024-0${1 + (number % 5)}-${String(number).padStart(2, '0')}`;
  return [
    `posts/note-${number}.md`,
    post(
      {
        title: `Note ${number}`,
        date,
        tags: ['Notes'],
        ...(number < 3 && { series: 'Two parts' }),
      },
      `What note ${number} says.`,
    ),
  ];
}
