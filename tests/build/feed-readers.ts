import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import type { FeedDocument } from './feed-document.ts';

/** What a reader of feeds made of an item. */
export interface Read {
  id: string | undefined;
  title: string | undefined;
  /** In milliseconds since 1970. */
  date: number;
  html: string | undefined;
}

/** Reads a feed of RSS or Atom with rss-parser. */
export async function readWithRssParser({ source, format }: FeedDocument): Promise<Read[]> {
  const { items } = await new RssParser<unknown, { id?: string; 'content:encoded'?: string }>({
    defaultRSS: 2,
  }).parseString(source);
  return items.map((item) => ({
    id: format === 'rss' ? item.guid : item.id,
    title: item.title,
    date: Date.parse(item.isoDate ?? ''),
    html: format === 'rss' ? item['content:encoded'] : item.content,
  }));
}

/** Reads a feed with feedsmith. */
export function readWithFeedsmith({ source, format }: FeedDocument): Read[] {
  if (format === 'rss') {
    return (parseRssFeed(source).items ?? []).map(({ guid, title, pubDate, content }) => ({
      id: guid?.value,
      title,
      date: Date.parse(pubDate ?? ''),
      html: content?.encoded,
    }));
  }
  if (format === 'atom') {
    return (parseAtomFeed(source).entries ?? []).map(({ id, title, published, content }) => ({
      id,
      title: title?.value,
      date: Date.parse(published ?? ''),
      html: content?.value,
    }));
  }
  return (parseJsonFeed(source).items ?? []).map(({ id, title, date_published, content_html }) => ({
    id,
    title,
    date: Date.parse(date_published ?? ''),
    html: content_html,
  }));
}

const NEWSBOAT = 'newsboat';

/** Whether newsboat, a feed reader for the terminal, is installed on this machine. */
export const newsboatIsInstalled = (() => {
  try {
    execFileSync(NEWSBOAT, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Has newsboat fetch the feed at an address; returns its items, the newest first. */
export async function readWithNewsboat(url: string): Promise<Read[]> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-newsboat-'));
  const file = (name: string) => join(folder, name);
  try {
    writeFileSync(file('urls'), `${url}\n`);
    writeFileSync(file('config'), '');
    const files = ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config')];
    await new Promise((resolve, reject) => {
      const child = spawn(NEWSBOAT, [...files, '-x', 'reload'], { stdio: 'ignore' });
      child.on('error', reject);
      child.on('close', resolve);
    });
    const database = new DatabaseSync(file('cache.db'), { readOnly: true });
    const rows = database
      .prepare('select guid, title, pubDate, content from rss_item order by pubDate desc, id')
      .all() as { guid: string; title: string; pubDate: number; content: string }[];
    database.close();
    return rows.map(({ guid, title, pubDate, content }) => {
      return { id: guid, title, date: 1000 * pubDate, html: content };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
