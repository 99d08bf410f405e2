import { describe, expect, test } from 'vitest';
import { bracketed, searchOf, titlesOf, type SearchedPost } from '../search-of.ts';

const post = (title: string, body = '', others: Partial<SearchedPost> = {}): SearchedPost => ({
  ...{ title, body },
  ...others,
});

/** Returns a word of letters for a number. */
const nameOf = (number: number) =>
  [...String(10_000 + number)].map((digit) => 'mnopqrstuv'[Number(digit)]).join('');

/** What most blogs have, so that words of a test are rare among them. */
const OTHERS = Array.from({ length: 12 }, (_, index) =>
  post(`Other ${index}`, `Ordinary notes about growing gardens and raining clouds, part ${index}.`),
);

const ENGLISH = [
  post('Where typeguards fail', 'TypeScript narrows. TypeIs and TypeGuard differ in Python.'),
  post('A circuit breaker', 'Calls fail at once. Build it or buy it.'),
  post('Buffers of nginx', 'The proxy waits for `X-Forwarded-For` and `std::vector`.'),
  post('Schedulers', 'Set `GOMAXPROCS` by hand. Goroutines leak. R&D uses HTTP/3.'),
  post('Ports of .NET', 'The tool `nc` speaks C++ and C#. It has `map[string]int` and caches.'),
  post('Hooks', '`useEffect` runs twice. Semaphores of asyncio.'),
  post('Zanzibar in one picture', '![A map of the archipelago](https://example.com/a.png)'),
  ...OTHERS,
];

describe('a query finds', () => {
  test.each([
    ['typeguard vs typeis', 'Where [typeguards] fail'],
    ['TypeIs', 'Where typeguards fail'],
    ['circut breaker', 'A [circuit] [breaker]'],
    ['curcuit braeker', 'A [circuit] [breaker]'],
    ['ngnix', 'Buffers of [nginx]'],
    ['build vs buy', 'A circuit breaker'],
    ['goroutin leek', 'Schedulers'],
    ['semafore asyncio', 'Hooks'],
    ['gomax', 'Schedulers'],
    ['GOMAXPROCS', 'Schedulers'],
    ['std::vector', 'Buffers of nginx'],
    ['vector', 'Buffers of nginx'],
    ['x-forwarded-for', 'Buffers of nginx'],
    ['x forwarded', 'Buffers of nginx'],
    ['useEffect', 'Hooks'],
    ['use-effect', 'Hooks'],
    ['R&D', 'Schedulers'],
    ['.NET', 'Ports of [.NET]'],
    ['HTTP/3', 'Schedulers'],
    ['map[string]int', 'Ports of .NET'],
    ['C++', 'Ports of .NET'],
    ['caching', 'Ports of .NET'],
    ['zanzibar', '[Zanzibar] in one picture'],
    ['archipelago', 'Zanzibar in one picture'],
    ['"calls fail"', 'A circuit breaker'],
  ])('in English %s: %s', async (query, title) => {
    const { find } = await searchOf(ENGLISH);
    expect(titlesOf(await find(query))).toEqual([title]);
  });

  test.each([
    ['ja', '"分散システム"', '仕組み'],
    ['ja', '分散システムの基礎', '仕組み'],
    ['ja', 'プロキシ', '[プロキシ]とプロトコル'],
    ['ja', 'ﾌﾟﾛｷｼ', '[プロキシ]とプロトコル'],
    ['ja', 'ぷろきし', '[プロキシ]とプロトコル'],
    ['ja', 'サーバ', '鍵と[サーバー]'],
    ['ja', 'サーバー', '鍵と[サーバー]'],
    ['ja', '鍵', '[鍵と]サーバー'],
    ['ja', 'R&D', '仕組み'],
    ['ja', 'C++', '仕組み'],
    ['ja', 'HTTP/3', '仕組み'],
    ['zh', '数据库连接', '[数据库]的[连接]池'],
    ['zh', '连接池', '数据库的[连接池]'],
    ['ko', '서버', '[서버]를 옮기기'],
    ['th', 'เซิร์ฟเวอร์', 'ย้าย[เซิร์ฟเวอร์]ใหม่'],
    ['ar', 'الخادم', 'إعداد [خادم]'],
    ['ar', 'اعداد', '[إعداد] خادم'],
    ['de', 'groesse', '[Größe] der Seite'],
    ['de', 'grosse', '[Größe] der Seite'],
    ['de', 'größe', '[Größe] der Seite'],
    ['de', 'strassenfussganger', '[Straßenfußgänger]'],
    ['de', 'ueberlauf', 'Ein [Überlauf]'],
    ['de', 'Häuser', 'Ein [Haus]'],
    ['de', 'Fußgänger', 'Straßenfußgänger'],
    ['de', 'Verwaltung von Schlüsseln', 'Schlüsselverwaltung'],
  ])('in %s %s: %s', async (language, query, title) => {
    const posts = [
      post('仕組み', 'これが仕組みである。分散システムの基礎を学びましょう。R&D、C++、HTTP/3。'),
      ...['プロキシとプロトコル', '鍵とサーバー', '数据库的连接池', '서버를 옮기기'].map((title) =>
        post(title),
      ),
      ...['ย้ายเซิร์ฟเวอร์ใหม่', 'إعداد خادم'].map((title) => post(title)),
      ...['Größe der Seite', 'Straßenfußgänger', 'Ein Überlauf', 'Ein Haus'].map((title) =>
        post(title, '', { language: 'de' }),
      ),
      post('Schlüsselverwaltung', '', { language: 'de' }),
      post('Die Straße', 'Eine Verwaltung.', { language: 'de' }),
      ...OTHERS,
    ];
    const { find } = await searchOf(posts, language);
    expect(titlesOf(await find(query))).toEqual([title]);
  });
});

describe('a query without an answer', () => {
  test.each([
    'netcat',
    'xyzzyq',
    'proxmox',
    'wedding photography',
    '"fail calls"',
    'sourdough starter',
  ])('finds nothing: %s', async (query) => {
    const { find } = await searchOf(ENGLISH);
    const found = await find(query);
    expect(titlesOf(found)).toEqual([]);
    expect([...found.counts]).toEqual([]);
  });

  test('has the nearest words of the blog, unless they are unlike', async () => {
    const { find } = await searchOf(ENGLISH);
    expect((await find('xyzzyq')).suggestions).toEqual([]);
    expect((await find('zenzobir')).suggestions).toContain('zanzibar');
    expect((await find('zebrabar')).suggestions).not.toContain('zanzibar');
  });
});

describe('results are in the order', () => {
  const texts = [
    post('Text', 'Envoy.'),
    post('Summary', '', { summary: 'Envoy' }),
    post('Tag', '', { filters: { tag: ['Envoy'] } }),
    post('Heading', '## Envoy'),
    post('Envoy'),
    ...OTHERS,
  ];

  test('title, headings, tags, summary, text', async () => {
    const { find } = await searchOf(texts);
    expect(titlesOf(await find('envoy'))).toEqual(['[Envoy]', 'Heading', 'Tag', 'Summary', 'Text']);
  });

  test('all words, then most words; the newest of equal ones', async () => {
    const posts = [
      post('One', 'Kafka, zookeeper.'),
      post('Two', 'Kafka, zookeeper, raft.'),
      post('Three', 'Kafka, zookeeper.'),
      ...OTHERS,
    ];
    const { find } = await searchOf(posts);
    expect(titlesOf(await find('kafka zookeeper raft'))).toEqual(['Two', 'Three', 'One']);
  });

  test('whole words, then words that begin with the query', async () => {
    const posts = [post('Javascript'), post('A', 'Java, java, java.'), post('Java'), ...OTHERS];
    const { find } = await searchOf(posts);
    expect(titlesOf(await find('java'))).toEqual(['[Java]', '[Javascript]', 'A']);
  });

  test('newest first, posts alone, for a query without words', async () => {
    const posts = [post('Page', '', { byline: undefined }), post('Old'), post('New')];
    const { find } = await searchOf(posts as SearchedPost[]);
    expect(titlesOf(await find(' '))).toEqual(['New', 'Old']);
  });
});

test('a result has what its entry shows', async () => {
  const { find } = await searchOf([post('A post', '', { byline: 'February 3, 2024 · 8 min' })]);
  const { results } = await find('a post');
  expect(results).toMatchObject([{ url: 'A post', byline: 'February 3, 2024 · 8 min' }]);
});

describe('a misspelled query', () => {
  test.each([
    ['circut breaker', 'circuit breaker'],
    ['Who wrote ngnix?', 'Who wrote nginx?'],
    ['ciruit brekaer', 'circuit breaker'],
  ])('is corrected: %s, %s', async (query, corrected) => {
    const { find } = await searchOf(ENGLISH);
    expect((await find(query)).suggestions).toEqual([corrected]);
    expect((await find(corrected)).suggestions).toEqual([]);
  });

  test('is corrected to words of some texts, where more words are in titles than corrections have', async () => {
    const titles = Array.from({ length: 40 }, (_, index) =>
      Array.from({ length: 70 }, (_, word) => nameOf(index * 70 + word)).join(' '),
    );
    const texts = ['One', 'Two', 'Three'].map((title) => post(title, 'Kubernetes limits.'));
    const { find } = await searchOf([...titles.map((title) => post(title)), ...texts]);
    const found = await find('kuberntes limits');
    expect(found.suggestions).toEqual(['kubernetes limits']);
    expect(titlesOf(found)).toEqual(['Three', 'Two', 'One']);
  });

  test('is corrected to the word as it is written', async () => {
    const { find } = await searchOf([post('Die Verfügbarkeit'), ...OTHERS], 'de');
    expect((await find('Verfügbarkiet')).suggestions).toEqual(['verfügbarkeit']);
  });
});

test('words that no result has are missing', async () => {
  const { find } = await searchOf(ENGLISH);
  expect((await find('circuit breaker quarkus')).missing).toEqual(['quarkus']);
});

describe('a passage', () => {
  const body = [
    'First sentence. The gateway listens.',
    '## Certificates',
    'Nothing here. Rotate certificates by hand.',
    '```sh\nopenssl x509 --certificates\n```',
    '## Manifests',
    '```yaml\nkind: Gateway\n```',
  ].join('\n\n');
  test.each([
    ['certificate', ['certificates | [Certificates] | Rotate [certificates] by hand. | false']],
    [
      'gateway',
      [' |  | The [gateway] listens. | false', 'manifests | Manifests | kind: [Gateway] | true'],
    ],
    ['waypoints', [' |  | First sentence. | false']],
  ])('is the best sentence or line of code of each section: %s', async (query, expected) => {
    const { find } = await searchOf([post('Waypoints', body), ...OTHERS]);
    const passages = await (await find(query)).results[0]!.passages();
    expect(
      passages.map(({ anchor, heading, text, isCode }) =>
        [anchor, bracketed(heading), bracketed(text), isCode].join(' | '),
      ),
    ).toEqual(expected);
  });
});

test('a long sentence is cut around its first hit', async () => {
  const words = (word: string) => `${word} `.repeat(60);
  const { find } = await searchOf([
    post('A', `${words('before')}needle ${words('after')}`),
    ...OTHERS,
  ]);
  const [passage] = await (await find('needle')).results[0]!.passages();
  expect(bracketed(passage!.text)).toMatch(/^…before (?:before )+\[needle\](?: after)+…$/);
});

describe('filters', () => {
  const tagged = (title: string, tag: string[], author: string, others = {}) =>
    post(title, '', { filters: { tag, author: [author], year: ['2024'], ...others } });
  const posts = [
    tagged('Go one', ['Go', 'Tools'], 'Jane', { series: ['Parts'], year: ['2023'] }),
    tagged('Go two', ['Go'], 'Joe', { language: ['en'] }),
    tagged('Rust', ['Rust'], 'Jane', { language: ['de'] }),
    post('Page', '', { byline: undefined }),
  ];

  test.each([
    ['tag=Go', ['Go two', 'Go one']],
    ['tag=Go&tag=Tools', ['Go one']],
    ['year=2023&year=2024', ['Rust', 'Go two', 'Go one']],
    ['author=Jane&year=2024', ['Rust']],
    ['series=Parts', ['Go one']],
    ['language=de', ['Rust']],
    ['tag=C', []],
  ])('narrow the results: %s', async (filters, titles) => {
    const { find } = await searchOf(posts);
    expect(titlesOf(await find('', [...new URLSearchParams(filters)]))).toEqual(titles);
  });

  test('count the results with another value instead, of tags with another too', async () => {
    const { find } = await searchOf(posts);
    const { counts } = await find('', [...new URLSearchParams('year=2024&tag=Go')]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ 'tag=Go': 1, 'year=2023': 1, 'year=2024': 1, 'author=Joe': 1, 'language=en': 1 },
    });
  });
});

test('a query reads the index and what it needs, once', async () => {
  const { find, read } = await searchOf(ENGLISH);
  await find('breaker');
  await find('breakers');
  expect(read).toEqual(['index.json', 'terms-0.json']);
  await find('braeker');
  expect(read).toEqual(['index.json', 'terms-0.json', 'words.json']);
});

test('a long text is in chunks, of which a result reads the one with the hits', async () => {
  const paragraphs = (word: string) => Array<string>(30).fill(`${word} text. `.repeat(15));
  const body = [...paragraphs('Ordinary'), '## Needles', 'A needle.', ...paragraphs('Usual')];
  const { find, read } = await searchOf([post('A', body.join('\n\n')), ...OTHERS]);
  const { results } = await find('needle');
  expect(results.map(({ title }) => title)).toEqual(['A']);
  const [passage] = await results[0]!.passages();
  expect(passage).toMatchObject({ anchor: 'needles' });
  expect(read.filter((file) => file.startsWith('text-'))).toEqual(['text-1.json']);
});

test('a file that could not be read is read again by the next query', async () => {
  const { find, read } = await searchOf(ENGLISH);
  read.length = 0;
  await expect(find('breaker').then(() => find('breaker'))).resolves.toBeDefined();
});
