import type { System } from '../system.ts';
import { readGhost } from './read-ghost.ts';

export const ghost: System = {
  id: 'ghost',
  name: 'Ghost',
  signs: [
    {
      certainty: 1,
      text: 'an export of Ghost (JSON)',
      isIn: (source) => source.isFile && /^\s*\{\s*"(?:db|meta)"\s*:/.test(source.head()),
    },
  ],
  read: readGhost,
};
