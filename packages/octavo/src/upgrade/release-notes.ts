/** Returns the sections of a changelog that are newer than a version, the newest first. */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^(?=## )/m);
  const end = sections.findIndex((section) => section.startsWith(`## ${version}\n`));
  return sections
    .slice(0, end < 0 ? undefined : end)
    .join('')
    .trim();
}
