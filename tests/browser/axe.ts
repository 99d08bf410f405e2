import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules that are on by default, best practices among them, and those that WCAG 2.2 added. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result depends on colors. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Returns what axe finds wrong on a page: a line for each place. */
export async function axeFindings(page: Page, rules = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // The lines are made in the page, since the whole result is large.
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        return `${id}: ${String(target)}: ${failureSummary.replace(/\s+/g, ' ')}`;
      }),
    );
  }, rules);
}

/** Returns what axe finds in both themes of a page at several widths, without loading it again. */
export async function axeFindingsAt(page: Page, widths: readonly number[]): Promise<string[]> {
  const findings: string[] = [];
  for (const width of widths)
    for (const [colorScheme, rules] of [
      ['light', RULES],
      ['dark', COLOR_RULES],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const found = await axeFindings(page, rules);
      findings.push(...found.map((line) => `${width} pixels, ${colorScheme}: ${line}`));
    }
  return findings;
}
