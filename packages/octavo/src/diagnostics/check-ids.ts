import ids from './check-ids.json' with { type: 'json' };

/**
 * The checks and their default severities. The settings change them (`checks: { todo: 'off' }`), and
 * a comment switches one off for a block (`octavo-ignore todo`). docs/src/content/pages/reference/checks.md describes each.
 */
export const CHECKS = ids as Readonly<Record<CheckId, 'error' | 'warning'>>;

export type CheckId = keyof typeof ids;

export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];
