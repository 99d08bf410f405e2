import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readReplies } from '../../src/content/replies.ts';
import { context, folder, readFiles } from '../helpers.ts';

const reply = (own: object) => ({
  ...{ id: '1', author: { name: 'Jane' }, date: '2024-01-06T10:30:00Z', html: '<p>Yes</p>' },
  ...own,
});

/** Returns the messages about a file of replies. */
function found(source: string, name = 'a'): string[] {
  const files = { 'posts/a.md': post({}), [`replies/${name}.json`]: source };
  return readFiles(files).diagnostics.map(formatDiagnostic);
}

describe('replies', () => {
  test('are read by the id of their post', () => {
    const replies = [reply({ id: '1' }), reply({ id: '2', parent: '1' })];
    const root = folder({ 'src/content/replies/2024/a.json': JSON.stringify(replies) });
    const { byPost, diagnostics } = readReplies(context(root));
    expect(diagnostics).toEqual([]);
    expect([...byPost.keys()]).toEqual(['2024/a']);
    expect(byPost.get('2024/a')).toMatchObject([
      { id: '1', date: { day: '2024-01-06' }, hidden: false },
      { id: '2', parent: '1' },
    ]);
  });

  test.each([
    ['[\n  {', '2:4  replies: invalid JSON'],
    ['{}', '1:1  replies: must be a list, not an object'],
    [json({ html: undefined }), '2:3  replies[0].html: missing; must be a string'],
    [json({ id: 'a b' }), '3:5  replies[0].id: must be letters, digits, - and _'],
    [
      json({ date: '2024-02-30' }),
      '7:5  replies[0].date: 2024-02-30 does not exist; February 2024 has 29 days',
    ],
    [json({ urls: '/' }), '9:5  unknown key replies[0].urls; did you mean url?'],
    [
      json({ parent: '2' }),
      '2:3  replies[0]: parent 2 not found above; put the reply with this id above',
    ],
    [
      JSON.stringify([reply({}), reply({})]),
      expect.stringContaining('replies[1]: duplicate id 1; give each reply its own'),
    ],
  ])('in %j are reported', (source, message: string) => {
    const all = typeof message === 'string' ? `src/content/replies/a.json:${message}` : message;
    expect(found(source)).toEqual([all]);
  });

  test('of a kind have no text', () => {
    const root = folder({ 'src/content/replies/a.json': json({ html: undefined, kind: 'like' }) });
    const { byPost, diagnostics } = readReplies(context(root));
    expect(diagnostics).toEqual([]);
    expect(byPost.get('a')).toMatchObject([{ kind: 'like', html: '' }]);
  });

  test('to no post are a warning', () => {
    expect(found('[]', 'aa')).toEqual([
      'src/content/replies/aa.json:1:1  warning: replies: no post in src/content/posts/ is named aa; did you mean a?',
    ]);
  });

  test('are none that is hidden, and none to it', () => {
    const replies = [
      reply({ id: '1', hidden: true }),
      reply({ id: '2', parent: '1' }),
      reply({ id: '3' }),
    ];
    const root = folder({ 'src/content/replies/a.json': JSON.stringify(replies) });
    expect(readReplies(context(root)).byPost.get('a')).toMatchObject([{ id: '3' }]);
  });
});

function json(own: object): string {
  return JSON.stringify([reply(own)], null, 2);
}
