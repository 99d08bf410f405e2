/** An edge as rough.js draws it: a curve from a point of its own. */
const EDGE = /\s*M(?<start>\S+ \S+) (?<curve>C[^MC]*?(?<end>\S+ \S+))(?=\s*(?:M|$))/g;

/** Returns a path of rough.js, which draws the edges of a shape twice, with each edge once. */
export function withoutRepeatedEdges(path: string): string {
  if (path.replace(EDGE, '').trim() !== '') return path;
  const known = new Set<string>();
  let [result, at] = ['', ''];
  for (const { groups } of path.matchAll(EDGE)) {
    const { start, curve, end } = groups as Record<'start' | 'curve' | 'end', string>;
    const edge = `${start} ${end}`;
    if (start === end || known.has(edge)) continue;
    known.add(edge);
    result += (start === at ? '' : `M${start} `) + curve;
    at = end;
  }
  return result;
}
