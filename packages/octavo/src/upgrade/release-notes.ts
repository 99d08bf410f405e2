/**
 * Returns the sections of a changelog that are newer than a version, the newest first, without those
 * of prereleases whose release follows: its section repeats them.
 */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^(?=## )/m);
  const versions = sections.map((section) => /^## (\S+)/.exec(section)![1]!);
  return sections
    .filter((_, index) => {
      const [release, prerelease] = versions[index]!.split('-');
      const isRepeated = prerelease !== undefined && versions.includes(release!);
      return isNewer(versions[index]!, version) && !isRepeated;
    })
    .join('')
    .trim();
}

/** True if a version follows another one, by the precedence of https://semver.org/. */
function isNewer(version: string, other: string): boolean {
  return collator.compare(sortKey(version), sortKey(other)) > 0;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Returns a version that sorts its release after its prereleases: U+FFFF is the last character. */
function sortKey(version: string): string {
  return version.includes('-') ? version : `${version}-\uffff`;
}
