const NUMBER = String.raw`-?[\d.]+(?:e-\d+)?`;
const POINT = String.raw`${NUMBER} ${NUMBER}`;
const ROUGH = new RegExp(String.raw`^(?:\s*M${POINT}(?:\s*C${POINT}, ${POINT}, ${POINT})+)+\s*$`);

/**
 * Writes the straight curves of rough.js as lines, each once: it draws the edges of a shape
 * twice, and a rounded box by a hundred edges, which are 14 KB.
 */
export function withStraightLines(path: string): string {
  if (!ROUGH.test(path)) return path;
  const edges = new Set<string>();
  let [at, end] = ['', ''];
  let result = '';
  for (const [, command, numbers = ''] of path.matchAll(/([MC])([^MC]*)/g)) {
    const points = numbers.trim().split(', ');
    const to = points.at(-1)!;
    const edge = `${at} ${to}`;
    if (command === 'C' && at !== to && !edges.has(edge)) {
      edges.add(edge);
      const isLine = points.slice(0, -1).every((point) => isNear(point, at, to));
      result += (end === at ? '' : `M${at}`) + (isLine ? `L${to}` : `C${points.join(' ')}`);
      end = to;
    }
    at = to;
  }
  return result;
}

/** True for a point less than a tenth of a pixel beside the line between two others. */
function isNear(point: string, from: string, to: string): boolean {
  const [[x, y], [x1, y1], [x2, y2]] = [point, from, to].map((one) =>
    one.split(' ').map(Number),
  ) as [[number, number], [number, number], [number, number]];
  const area = Math.abs((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1));
  return area <= 0.1 * Math.hypot(x2 - x1, y2 - y1);
}
