/** The colors that a theme sets, with those of feed readers and other places without a theme. */
export const PALETTE = {
  ground: '#fffffe',
  ink: '#1d1f22',
  line: '#777778',
  edge: '#aaaaab',
  box: '#f4f4f1',
  head: '#e9e9e5',
} as const;

/** The colors of series, which text in black can be read on; the same in every theme. */
const SERIES = [
  '#79a9e0',
  '#e0965f',
  '#74b784',
  '#bf92cf',
  '#c0a452',
  '#4fb5b5',
  '#e28d87',
  '#9a9de6',
] as const;
const ON_SERIES = '#1d1f23';

/** The colors of Mermaid's theme variables, by name; the first that matches applies. */
const COLORS: readonly [name: RegExp, color: string][] = [
  [/^(?:cScaleLabel|gitBranchLabel)\d|^pieSectionTextColor$|^taskText/, ON_SERIES],
  [/^quadrantPointFill$|^activeTask/, SERIES[0]],
  [/^taskB/, SERIES[5]],
  [/^crit/, SERIES[6]],
  [/^doneTask/, '#aab2bb'],
  [/^background(?:Color)?$|label.*Background|^clusterBkg$|sequenceNumber|Bkg2$/i, PALETTE.ground],
  [/border|grid|rule/i, PALETTE.edge],
  [/text|label(?!Box)|title(?!Background)|signalColor/i, PALETTE.ink],
  [/note|^alt|titleBackground|activation|labelBox|tertiary/i, PALETTE.head],
  [/line|arrow|transition|relation|specialState|stroke/i, PALETTE.line],
];

/** Where Mermaid has colors that its theme does not set. */
const THEME_CSS = `
  [stroke=black] { stroke: ${PALETTE.ink} }
  text[fill='#444444'] { fill: ${PALETTE.ink} }
  .today { visibility: hidden !important }
  rect.rect { fill-opacity: 0.25 }
  marker.er circle { fill: ${PALETTE.ground} !important }
  .lineWrapper line, .pathwrapper path { stroke: ${PALETTE.line} !important }
  text.journey-section, text.task { fill: ${ON_SERIES} !important }
  .packetBlock { fill: ${PALETTE.box} !important; stroke: ${PALETTE.edge} !important }
  .packetByte, .packetLabel, .packetTitle { fill: ${PALETTE.ink} !important }
`;

/** Returns the configuration of Mermaid, with the names of its theme's variables. */
export function mermaidConfig(variables: Readonly<Record<string, unknown>>) {
  const themeVariables = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, colorOf(name, value)]),
  );
  return {
    startOnLoad: false,
    // What a browser would sanitize is left out when the drawing is put into the page.
    securityLevel: 'loose',
    // What a diagram cannot set for itself.
    secure: 'secure securityLevel htmlLabels theme themeVariables themeCSS fontFamily'.split(' '),
    htmlLabels: false,
    theme: 'base',
    themeVariables: { ...themeVariables, pieOpacity: '1' },
    themeCSS: THEME_CSS,
    fontFamily: 'sans-serif',
    handDrawnSeed: 1,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    journey: { textPlacement: 'tspan' },
    timeline: { textPlacement: 'tspan' },
    gantt: { useWidth: 720 },
  };
}

function colorOf(name: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, colorOf(key, one)]));
  }
  if (name === 'plotColorPalette') return SERIES.join(',');
  if (typeof value !== 'string' || !/^(?:#|rgb|hsl|[a-z]+$)/.test(value)) return value;
  const number = /^(?:cScale|pie|git|fillType|venn)(\d+)$/.exec(name)?.[1];
  if (number !== undefined) return SERIES[Number(number) % SERIES.length];
  return COLORS.find(([known]) => known.test(name))?.[1] ?? PALETTE.box;
}
