import type { Locator } from 'playwright-core';
import sharp from 'sharp';

/**
 * Returns the contrast of what stands out most from the ground of an element, computed from the
 * pixels that the browser paints: in forced colors, styles do not tell.
 */
export async function paintedContrast(element: Locator): Promise<number> {
  const { data } = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<number, number>();
  for (let index = 0; index < data.length; index += 3) {
    const color = data.readUIntBE(index, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const [ground = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return Math.max(...[...counts.keys()].map((color) => contrast(color, ground)));
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, for colors as 0xrrggbb. */
function contrast(one: number, other: number): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const value = ((color >> shift) & 255) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
