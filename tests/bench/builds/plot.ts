import { PEERS, type ContenderName } from './contender.ts';
import { number } from './report.ts';
import { medianCost, type Result } from './results.ts';
import { logScale, ticks } from './scale.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

const WIDTH = 760;
const HEIGHT = 520;
const FRAME = { left: 64, right: 16, bottom: 48 };
/** The height of a row of the legend, below its heading. */
const ROW = 18;

/** The kinds of builds that are shown; a line of each is drawn in its own manner. */
const SHOWN = ['cold', 'edit'] as const satisfies readonly ScenarioName[];

interface Point {
  posts: number;
  seconds: number;
}

interface Line {
  site: ContenderName;
  scenario: (typeof SHOWN)[number];
  points: Point[];
}

/**
 * Returns a drawing (SVG) of the time of builds over the number of posts, both on logarithmic
 * axes, light or dark as the reader's system is.
 */
export function plot(results: readonly Result[]): string {
  const lines = linesOf(results);
  const seconds = lines.flatMap(({ points }) => points.map((point) => point.seconds));
  const posts = results.map((result) => result.posts);
  const x = logScale([Math.min(...posts), Math.max(...posts)], [FRAME.left + 12, WIDTH - 28]);
  const top = 36 + ROW * new Set(lines.map(({ site }) => site)).size;
  const bounds: [number, number] = [tensBelow(Math.min(...seconds)), Math.max(...seconds) * 1.3];
  const y = logScale(bounds, [HEIGHT - FRAME.bottom, top]);
  const body = [
    ...ticks(bounds).map((value) => levelLine(y(value), value)),
    ...posts.map((value) => text(x(value), HEIGHT - 26, 'middle', number(value))),
    text(WIDTH / 2, HEIGHT - 8, 'middle', 'posts'),
    ...lines.map((line) => polyline(line, x, y)),
    ...legend(lines),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>Time of builds over the number of posts</title>
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
${body.join('\n')}
</svg>
`;
}

/** The colors of a site on light and dark. */
const COLORS: Record<ContenderName, readonly [string, string]> = {
  octavo: ['#0969da', '#58a6ff'],
  lean: ['#1a7f37', '#3fb950'],
  hugo: ['#bc4c00', '#f0883e'],
  papermod: ['#cf222e', '#ff7b72'],
  eleventy: ['#24292f', '#e6edf3'],
  astro: ['#8250df', '#bc8cff'],
  starlight: ['#bf3989', '#f778ba'],
  astropaper: ['#9a6700', '#d29922'],
  languages: ['#57606a', '#8b949e'],
};

const colors = (scheme: 0 | 1) =>
  Object.entries(COLORS).map(([name, pair]) => `.${name} { stroke: ${pair[scheme]} }`);

const STYLE = `
svg { --paper: #fff; --ink: #1f2328; --soft: #59636e; --rule: #e3e6ea }
${colors(0).join(' ')}
@media (prefers-color-scheme: dark) {
svg { --paper: #0d1117; --ink: #e6edf3; --soft: #9198a1; --rule: #2a3038 }
${colors(1).join(' ')}
}
.paper { fill: var(--paper) }
text { font: 13px system-ui, sans-serif; fill: var(--soft) }
.legend { fill: var(--ink) }
.rule { stroke: var(--rule) }
.line { fill: none; stroke-width: 2; stroke-linejoin: round }
.edit { stroke-dasharray: 5 4 }
circle { fill: var(--paper); stroke-width: 2 }
`;

function linesOf(results: readonly Result[]): Line[] {
  const sites = Object.keys(PEERS) as ContenderName[];
  return sites
    .flatMap((site) =>
      SHOWN.map((scenario) => ({ site, scenario, points: pointsOf(results, site, scenario) })),
    )
    .filter(({ points }) => points.length > 0);
}

function pointsOf(results: readonly Result[], site: ContenderName, scenario: ScenarioName) {
  return results.flatMap((result): Point[] => {
    const seconds = medianCost(result, { site, scenario }, 'time');
    return seconds === undefined ? [] : [{ posts: result.posts, seconds }];
  });
}

function polyline(
  { site, scenario, points }: Line,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const places = points.map(({ posts, seconds }) => [round(x(posts)), round(y(seconds))] as const);
  const circles = places.map(
    ([cx, cy]) => `<circle class="${site}" cx="${cx}" cy="${cy}" r="3.5"/>`,
  );
  const path = places.map((place) => place.join(',')).join(' ');
  return `<polyline class="line ${site} ${scenario}" points="${path}"/>${circles.join('')}`;
}

/** A row for each site, with a sample of each of its lines. */
function legend(lines: readonly Line[]): string[] {
  const sites = [...new Set(lines.map(({ site }) => site))];
  const names = SHOWN.map((scenario, column) =>
    text(
      FRAME.left + 60 * column + 20,
      20,
      'middle',
      SCENARIOS[scenario].name.replace('one post ', ''),
    ),
  );
  return [
    ...names,
    ...sites.flatMap((site, row) => {
      const y = 36 + row * ROW;
      const samples = SHOWN.map((scenario, column) => {
        const from = FRAME.left + 60 * column;
        return `<path class="line ${site} ${scenario}" d="M${from} ${y}h40"/>`;
      });
      const end = FRAME.left + 60 * SHOWN.length;
      return [...samples, text(end, y + 4, 'start', PEERS[site], 'legend')];
    }),
  ];
}

function levelLine(y: number, seconds: number): string {
  const [from, to] = [FRAME.left, WIDTH - FRAME.right];
  const label = text(from - 8, y + 4, 'end', `${seconds} s`);
  return `<path class="rule" d="M${from} ${round(y)}H${to}"/>${label}`;
}

function text(x: number, y: number, anchor: string, content: string, name?: string): string {
  const attribute = name === undefined ? '' : ` class="${name}"`;
  return `<text${attribute} x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${content}</text>`;
}

function tensBelow(value: number): number {
  return 10 ** Math.floor(Math.log10(value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
