import { fileSign, type System } from '../system.ts';
import { ImportError } from '../import-error.ts';
import { statSync } from 'node:fs';
import { readWordPress } from './read-wordpress.ts';

export const wordpress: System = {
  id: 'wordpress',
  name: 'WordPress',
  signs: [
    {
      certainty: 1,
      text: 'an export of WordPress (WXR)',
      isIn: (source) => source.isFile && source.head().includes('wordpress.org/export/'),
    },
    fileSign(0.9, 'wp-config.php', 'wp-content'),
  ],
  read(path, options) {
    if (statSync(path).isDirectory())
      throw new ImportError(
        `${path}: the files of WordPress have no texts; export them (Tools → Export → All content), and name that file`,
      );
    return readWordPress(path, options);
  },
};
