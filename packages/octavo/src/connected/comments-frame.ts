import type { Comments } from '../settings/connected.ts';

/** The facts of a post that a discussion is found by. */
interface Discussed {
  /** The title of the post. */
  title: string;
  /** The title of its page. */
  pageTitle: string;
  description: string;
  /** The URL of its page. */
  url: string;
}

/** The frame with the comments on a post; `load-comments.ts` adds what only the browser knows. */
export interface CommentsFrame {
  kind: 'giscus' | 'utterances';
  src: string;
  /** The page with the discussions, for readers without scripts. */
  link: string;
}

type Service<Kind extends keyof Comments> = NonNullable<Comments[Kind]>;

/** Returns the frame with the comments on a post, in the language of the site. */
export function commentsFrame(
  { giscus, utterances }: Comments,
  post: Discussed,
  language: string,
): CommentsFrame | undefined {
  if (giscus) return giscusFrame(giscus, post, language);
  return utterances && utterancesFrame(utterances, post);
}

/** The parameters of giscus's own script: github.com/giscus/giscus, client.ts. */
function giscusFrame(
  { repo, repoId, category, categoryId, mapping, host }: Service<'giscus'>,
  post: Discussed,
  language: string,
): CommentsFrame {
  const parameters = {
    ...{ repo, repoId, category, categoryId, term: termOf(mapping, post) },
    ...{ strict: '1', reactionsEnabled: '1', emitMetadata: '0', inputPosition: 'bottom' },
    ...{ description: post.description, backLink: post.url },
  };
  return {
    kind: 'giscus',
    src: `${new URL(host).origin}${giscusFolder(language)}/widget?${new URLSearchParams(parameters).toString()}`,
    link: `https://github.com/${repo}/discussions`,
  };
}

/** The parameters of utterances' own script: github.com/utterance/utterances, src/client.ts. */
function utterancesFrame(
  { repo, mapping, label, host }: Service<'utterances'>,
  post: Discussed,
): CommentsFrame {
  const parameters = {
    ...{ repo, 'issue-term': mapping, url: post.url, pathname: termOf('pathname', post) },
    ...{ title: post.pageTitle, 'og:title': post.title, description: post.description },
    ...(label && { label }),
  };
  return {
    kind: 'utterances',
    src: `${new URL(host).origin}/utterances.html?${new URLSearchParams(parameters).toString()}`,
    link: `https://github.com/${repo}/issues`,
  };
}

/** Returns what a discussion is found by. */
function termOf(mapping: Service<'giscus'>['mapping'], { title, pageTitle, url }: Discussed) {
  const path = new URL(url).pathname.slice(1).replace(/\.\w+$/, '');
  return { pathname: path, url, title: pageTitle, 'og:title': title }[mapping];
}

/** The languages of giscus (its folder locales/), beside English. */
const GISCUS_LANGUAGES =
  /^(?:ar|be|bg|ca|cs|da|de|eo|es|eu|fa|fr|gr|gsw|hbs|he|hu|id|it|ja|kh|ko|nl|pl|pt|ro|ru|th|tr|uk|uz|vi|zh-CN|zh-TW)$/;

/** Returns the folder of a language of giscus, `/de`; nothing for English and unknown languages. */
function giscusFolder(tag: string): string {
  const [language = ''] = tag.split('-');
  const found = [tag, language].find((one) => GISCUS_LANGUAGES.test(one));
  return found === undefined ? '' : `/${found}`;
}
