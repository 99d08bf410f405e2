import type { Check } from './check.ts';

/** Pictures and videos that show where they were taken, and that are published as they are. */
export const pictureGps: Check = {
  id: 'picture-gps',
  ofSite: ({ located }) =>
    located.map((path) => {
      const isCleaned = /\.(?:jpe?g|png|webp)$/i.test(path);
      const fix = isCleaned ? 'move the file beside the post that shows it' : 'export it without';
      const message = `picture: published with the position (GPS) where it was taken; ${fix}`;
      return { path, position: { line: 1, column: 1 }, message };
    }),
};
