import { articles, type Article } from '../articles.ts';
import type { Contender } from './contender.ts';

/** What is done before a build that is timed. */
export interface Scenario {
  name: string;
  /** Does it; the round tells it from those before. */
  prepare: (site: Contender, posts: readonly Article[], round: number) => void;
}

/** By the name that `--only` takes, in the order of a round: each starts where the last one ended. */
export const SCENARIOS = {
  cold: {
    name: 'cold',
    prepare: (site, posts, round) => {
      site.remove(added(posts, round - 1));
      site.clean();
    },
  },
  again: { name: 'again, nothing changed', prepare: () => undefined },
  edit: {
    name: 'one post edited',
    prepare: (site, posts, round) => {
      const post = posts[Math.floor(posts.length / 2)]!;
      site.write({
        ...post,
        text: `${post.text}\n\nWhat was said here is true, said again ${round}.`,
      });
    },
  },
  add: {
    name: 'one post added',
    prepare: (site, posts, round) => site.write(added(posts, round)),
  },
  settings: {
    name: 'settings edited',
    prepare: (site, _, round) => site.configure(`Many posts, described ${round}.`),
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

/** A post that is newer than all others. */
function added(posts: readonly Article[], round: number): Article {
  const [post] = articles(1, posts.length + round + 2);
  return { ...post!, slug: `added-${round}`, title: `Added ${round}`, date: ADDED };
}

const ADDED = '2025-01-06';
