/** Keys of front matter that become Octavo's; docs/src/content/pages/guides/moving-from-hugo.md says how. */
export const MAPPED_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified', 'draft'],
  ...['expirydate', 'unpublishdate', 'slug', 'url', 'aliases', 'weight', 'summary', 'description'],
  ...['tags', 'categories', 'series', 'author', 'authors', 'cover', 'canonicalurl', 'searchhidden'],
  ...[
    'hiddeninhomelist',
    'hiddeninrss',
    'robotsnoindex',
    'showtoc',
    'toc',
    'build',
    '_build',
    'headless',
  ],
  ...['menu', 'menus', 'params', 'cascade', 'type', 'layout', 'translationkey'],
]);

/** Keys of Hugo and PaperMod that have no equal in Octavo, each with why, or what there is instead. */
export const KEYS_WITHOUT_EQUAL: Readonly<Record<string, string>> = {
  linktitle: 'lists show the title',
  keywords: 'search engines do not read them; tags are the place for them',
  markup: 'all texts are Markdown',
  outputs: 'each page is HTML, and has its Markdown beside it',
  resources: 'pictures are named by their files',
  sitemap: 'the sitemap has dates only',
  iscjklanguage: 'Chinese, Japanese and Korean are counted as such in any text',
  locale: 'the file has the language of its name or folder',
  images: 'the cover, else a social card with the title, is shown where a post is shared',
  audio: 'sounds are in the text, and feeds carry them',
  videos: 'videos are in the text, and feeds carry them',
  tocopen: 'the table of contents is closed at first',
  usehugotoc: 'the table of contents has headings of the second and third level',
  hidemeta: 'date and minutes are always shown',
  hidesummary: 'the index shows a summary of each post',
  hideauthor: 'the author is always shown',
  hidefooter: 'the footer is always shown',
  comments: 'there are no comments: nothing is loaded from other hosts',
  showcanonicallink: 'canonical is only metadata',
  canonicallinktext: 'canonical is only metadata',
  disableshare: 'there are no buttons to share',
  sharebuttons: 'there are no buttons to share',
  disableanchoredheadings: 'headings always have a link to themselves',
  editpost: 'editUrl of the settings is for all posts',
  placeholder: 'the search has its own',
  social: 'fediverse of the author is what there is',
  showreadingtime: 'minutes are always shown',
  showwordcount: 'minutes are shown, words are not',
  showbreadcrumbs: 'there are no breadcrumbs',
  showpostnavlinks: 'the posts before and after are always shown',
  showcodecopybuttons: 'code always has a button to copy it',
  showrssbuttoninsectiontermlist: 'each tag has a feed, which its page names',
  showpageviews: 'nothing is counted',
  math: 'formulas are known by their signs',
  mathjax: 'formulas are known by their signs',
  katex: 'formulas are known by their signs',
  mermaid: 'diagrams are known by their fences',
  hugoversion: 'it says something of the old blog alone',
};

/** Keys whose misspelling is fixed: they change nothing of where a post is. */
export const MENDED_KEYS: readonly string[] = [
  ...['title', 'date', 'lastmod', 'summary', 'description', 'tags', 'categories', 'series'],
  ...['author', 'authors', 'cover', 'canonicalurl'],
];

/** Keys whose misspelling is reported and not fixed: Hugo did not read them either. */
export const TOLD_KEYS: readonly string[] = [
  'draft',
  'slug',
  'aliases',
  'expirydate',
  'publishdate',
];
