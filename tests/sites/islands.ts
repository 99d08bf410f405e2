import type { SiteConfig } from 'octavo/config';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** A host that a local server plays. */
const THIRD_PARTY = 'https://third.example';

/** A component of MDX with a script of a host, which it declares, and one of its own. */
const MAP = `---
import Policy from 'octavo/components/site/Policy.astro';
---

<Policy script="${THIRD_PARTY}" frame={['${THIRD_PARTY}/frame/']} connect="${THIRD_PARTY}" />
<script is:inline async src="${THIRD_PARTY}/map.js"></script>
<iframe title="A map" src="${THIRD_PARTY}/frame/map.html"></iframe>
<output></output>
<script>
  // So that Astro does not put it into the page.
  const { say } = await import('./say.ts');
  document.querySelector('output')!.textContent = say();
</script>
`;

/** Tries to load what only some pages declare, and loads what the settings declare. */
const FOOTER = `<script is:inline async src="${THIRD_PARTY}/all/count.js"></script>
<script is:inline>
  addEventListener('load', () => {
    for (const path of ['late.js', 'all/late.js'])
      document.head.append(Object.assign(document.createElement('script'), { src: '${THIRD_PARTY}/' + path }));
    fetch('${THIRD_PARTY}/data').catch(() => {});
  });
</script>
`;

const HEAD: SiteConfig['head'] = [
  { tag: 'link', attrs: { rel: 'me', href: 'https://example.org/me' } },
  { tag: 'script', attrs: { src: 'https://head.example/head.js', defer: true } },
  { tag: 'script', content: "document.documentElement.id = 'from-head';" },
];

/** A UI framework: its integration, the file of its component, and the component. */
interface Framework {
  package: string;
  file: string;
  source: string;
}

const jsx = (library: string) => `import { useState } from '${library}';

export default function Counter({ name }) {
  const [count, setCount] = useState(0);
  return (
    <p>
      <button onClick={() => setCount(count + 1)}>{name}</button> counted {count}
    </p>
  );
}
`;

const svelte = `<script>
  let { name } = $props();
  let count = $state(0);
</script>

<p><button onclick={() => count++}>{name}</button> counted {count}</p>

<style>
  p { font-weight: bold }
</style>
`;

const FRAMEWORKS = {
  preact: { package: '@astrojs/preact', file: 'preact/Counter.jsx', source: jsx('preact/hooks') },
  react: { package: '@astrojs/react', file: 'react/Counter.jsx', source: jsx('react') },
  svelte: { package: '@astrojs/svelte', file: 'svelte/Counter.svelte', source: svelte },
} satisfies Record<string, Framework>;

type Name = keyof typeof FRAMEWORKS;

/** Returns a blog with islands of some frameworks in a post and on a page of its own. */
export function islandsBlog(folder: string, names: readonly Name[]): TestSite {
  const imports = names
    .map((name) => `import ${capital(name)} from '@/islands/${FRAMEWORKS[name].file}';`)
    .join('\n');
  const islands = names
    .flatMap((name) => [
      `<${capital(name)} client:load name="${name} load" />`,
      `<${capital(name)} client:visible name="${name} visible" />`,
      `<${capital(name)} client:only="${name}" name="${name} only" />`,
    ])
    .join('\n\n');
  const body = `${imports}\n\nBefore.\n\n${islands}\n\nAfter.\n`;
  const site = new TestSite(folder, {
    files: {
      'posts/islands.mdx': post({ title: 'Islands' }, body.replaceAll('@/', '../../')),
      'posts/plain.md': post({ title: 'Plain' }, 'No island.'),
      'posts/framed.mdx': post(
        { title: 'Framed' },
        "import Map from '../../components/Map.astro';\n\nA map:\n\n<Map />\n",
      ),
    },
    settings: { head: HEAD, policy: { script: [`${THIRD_PARTY}/all/`] } },
  });
  site.write('components/Map.astro', MAP);
  site.write('slots/footer.astro', FOOTER);
  site.write('components/say.ts', "export const say = () => 'Loaded';");
  for (const name of names) site.write(`islands/${FRAMEWORKS[name].file}`, FRAMEWORKS[name].source);
  site.write(
    'pages/counters.astro',
    `---
import Document from 'octavo/layouts/Document.astro';
${imports.replaceAll('@/', '../')}
---

<Document title="Counters" description="Counters." path="/counters/">
${islands}
</Document>
`,
  );
  const integrations = names
    .map((name) => `${name}(${name === 'svelte' ? '' : `{ include: ['**/islands/${name}/**'] }`})`)
    .join(', ');
  site.write(
    '../astro.config.mjs',
    `import { defineConfig } from 'astro/config';
import octavo from 'octavo';
${names.map((name) => `import ${name} from '${FRAMEWORKS[name].package}';`).join('\n')}

export default defineConfig({ integrations: [octavo(), ${integrations}] });
`,
  );
  return site;
}

function capital(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
