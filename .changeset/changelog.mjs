// Formats the changelogs as Changesets does, without hashes of commits: `octavo upgrade` prints them.
import changelog from '@changesets/cli/changelog';

export default {
  ...changelog,
  getReleaseLine: (changeset, ...rest) =>
    changelog.getReleaseLine({ ...changeset, commit: undefined }, ...rest),
};
