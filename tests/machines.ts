import sharp from 'sharp';
import { post } from './posts.ts';
import { sharedSite } from './shared-site.ts';
import { TestSite } from './site.ts';

/** A title that would end a script. */
const SCRIPT = '</script><script>alert("1")</script> & <!-- ] -->';
/** The title as it is shown. */
export const SHOWN = SCRIPT.replace('"1"', '“1”');
const JAPANESE = '日本語の文章です。'.repeat(40);
const LONG =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);

const TEXT = `A picture ![A square](./square.png), [a page](/about/) and [MDX](./in-mdx.mdx).

<!--more-->

::include{file="./note.inc"}

\`\`\`ts file="./code.ts"
\`\`\`

![The icon](/favicon.svg)
`;

export const siteForMachines = sharedSite('machines', makeSite);

/** Returns a site with all that machines are told about, under a base path. */
async function makeSite(name: string): Promise<TestSite> {
  const square = await sharp({
    create: { width: 1600, height: 800, channels: 3, background: '#22313f' },
  })
    .png()
    .toBuffer();
  const site = new TestSite(name, {
    settings: {
      url: 'https://example.com/blog/',
      pageSize: 3,
      fediverse: 'someone@social.example',
      webmentions: 'https://mentions.example/webmention',
      hub: 'https://hub.example/',
      comments: { utterances: { repo: 'a/b' } },
      analytics: { goatcounter: 'jane' },
      social: [
        { name: 'Elsewhere', link: 'https://social.example/@someone' },
        { name: 'Mail', link: 'mailto:someone@example.com' },
      ],
    },
    files: {
      'authors/team.md':
        '---\nname: The team\norganization: true\nfediverse: "@team@social.example"\n---\n',
      'authors/guest.md': '---\nname: A guest\nurl: https://guest.example/\n---\n\nVisits.\n',
      'pages/about.md': '---\ntitle: About\n---\n\nWe. ![A square](../posts/bundle/square.png)\n',
      'pages/hidden.md': '---\ntitle: Hidden page\nunlisted: true\n---\n\nNot here.\n',
      'posts/bundle/index.md': post(
        {
          title: 'A bundle',
          tags: ['Go', 'C++'],
          series: 'Bundles',
          authors: ['someone', 'team'],
          updated: '2024-02-03T04:05:06+01:00',
          cover: { image: './square.png', alt: 'A cover' },
        },
        TEXT,
      ),
      'posts/bundle/square.png': square,
      'posts/bundle/code.ts': 'export const quoted = 1;\n',
      'posts/bundle/note.inc': 'An included [note](/tags/).\n',
      'posts/bundle/in-mdx.mdx': post(
        { title: 'In MDX', date: '2023-05-01', comments: false },
        'import X from "./x"\n\n{/* more */}\n\n<Figure src="./square.png" alt="B" />\n',
      ),
      'posts/script.md': post(
        {
          title: SCRIPT,
          date: '2023-04-01',
          cover: { image: './drawing.svg', alt: 'A drawing' },
        },
        'Text.',
      ),
      'posts/drawing.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><circle r="50"/></svg>',
      'posts/日本語.md': post({ title: '日本語', date: '2023-03-01' }, JAPANESE),
      'posts/long.md': post({ title: LONG, date: '2023-02-01', description: LONG }, 'Text.'),
      'posts/elsewhere.md': post({
        title: 'Elsewhere',
        date: '2023-01-01',
        canonical: 'https://example.org/first/',
        authors: ['guest'],
      }),
      'posts/draft.md': post({ title: 'A draft', draft: true }),
      'posts/unlisted.md': post({ title: 'An unlisted post', unlisted: true }),
    },
  });
  site.write('content/posts/bundle/x.js', 'export default 1;\n');
  site.write('styles/theme.css', ':root { --paper: light-dark(#fff, rgb(0, 0, 0)); }\n');
  return site;
}
