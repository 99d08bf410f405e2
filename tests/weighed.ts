import { post, words } from './posts.ts';
import type { Fixture } from './site.ts';

const WORDS = [
  'the proxy reads a request and decides where it should go before anything is sent to it',
  'memory that is given back late looks the same to a scheduler as memory that is still in use',
  'a test that fails once in a hundred runs costs more than one that fails in every run',
  'measure first and then change one thing and then measure again on the same machine',
];

/** A paragraph of so many words, not all of them new: about as well compressed as prose is. */
function prose(count: number, seed: number): string {
  const all = Array.from({ length: Math.ceil(count / 2) }, (_, index) => {
    const sentence = WORDS[(index * 7 + seed) % WORDS.length]!.split(' ');
    return `${sentence[(index * 5 + seed) % sentence.length]!} ${words(1, (index * 13 + seed * 101) % 400)}`;
  });
  return `${all.join(' ')}.`;
}

const CODE = `\`\`\`ts
/** Returns the words of a text, each with how often it stands there. */
export function frequencies(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/\\s+/)) {
    if (word === '') continue; // the text began with a space
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const [most] = [...frequencies(await readFile('input.txt', 'utf8'))].sort(([, a], [, b]) => b - a);
console.log(\`\${most?.[0]}: \${most?.[1] ?? 0} times\`);
\`\`\``;

// 213 words a minute: eight minutes are some 1,700, of which the code is some 300.
const article = Array.from({ length: 6 }, (_, index) =>
  [
    `## Part ${index + 1}`,
    prose(95, index),
    CODE.replaceAll('word', `item${index}`),
    prose(95, index + 9),
  ].join('\n\n'),
).join('\n\n');

/** A blog with ten posts on its index and an article of eight minutes, which what a page weighs is measured on. */
export const WEIGHED: Fixture = {
  settings: {
    nav: [
      { label: 'Archive', link: '/archive/' },
      { label: 'Tags', link: '/tags/' },
      { label: 'About', link: '/about/' },
    ],
  },
  files: {
    'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
    'posts/article.md': post({ title: 'An article of eight minutes', tags: ['Tests'] }, article),
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `posts/post-${index}.md`,
        post(
          { title: `A post about thing ${index}`, date: `2024-02-${10 + index}` },
          `${prose(80, index)}\n\n${prose(300, index)}`,
        ),
      ]),
    ),
  },
};
