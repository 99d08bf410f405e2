/**
 * The checks that can be switched off: in the settings (`checks: { todo: false }`), or for one
 * block by a comment (`octavo-ignore todo`). docs/checks.md describes each.
 */
export const CHECK_IDS = [
  'alias-of-itself',
  'alias-taken',
  'alias-twice',
  'card-font',
  'code-fence',
  'control-character',
  'dead-link',
  'description-length',
  'diagram',
  'diagram-name',
  'empty-link',
  'file-ignored',
  'footnote-undefined',
  'footnote-unused',
  'heading-one',
  'heading-skip',
  'open-comment',
  'open-fence',
  'override-outdated',
  'permalink-back',
  'permalink-lost',
  'picture-alt',
  'picture-size',
  'picture-unreadable',
  'picture-unused',
  'raw-html',
  'reference-undefined',
  'todo',
  'updated-before-date',
  'updated-in-future',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];
