// Formats the changelogs as Changesets does, without hashes of commits and without the packages of this
// repository as dependencies, which all have one version: `octavo upgrade` prints them.
import changelog from '@changesets/cli/changelog';

export default {
  getReleaseLine: (changeset, ...rest) =>
    changelog.getReleaseLine({ ...changeset, commit: undefined }, ...rest),
  getDependencyReleaseLine: () => '',
};
