import { createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../../../../tests/docs.ts';
import { engineFolder } from '../../src/engine-folder.ts';
import { inNode } from '../../src/owner/in-node.ts';

const COMPONENT = `${engineFolder}components/component.ts`;
const SOURCE = `export { href } from '../addresses/urls.ts';`;

test('dev transforms no module of the engine that Node can load', async () => {
  const server = await createServer({
    ...{ root: repository, configFile: false, logLevel: 'silent', appType: 'custom' },
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [
      inNode({ mode: 'dev' }),
      {
        name: 'component',
        resolveId: (id) => (id === COMPONENT ? id : undefined),
        load: (id) => (id === COMPONENT ? SOURCE : undefined),
      },
    ],
  });
  onTestFinished(() => server.close());
  const { href } = (await server.ssrLoadModule(COMPONENT)) as {
    href: (path: string, site: { base: string }) => string;
  };
  expect(href('/about/', { base: '/blog/' })).toBe('/blog/about/');
  const files = [...server.environments.ssr.moduleGraph.fileToModulesMap.keys()];
  expect(files.filter((file) => file.startsWith(engineFolder))).toEqual([COMPONENT]);
});
