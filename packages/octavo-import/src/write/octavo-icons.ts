import { existsSync } from 'node:fs';
import { digestOf } from './plan.ts';

/** The icons that come with Octavo, each with a digest. @internal For tests. */
export const OCTAVO_ICONS: Readonly<Record<string, string>> = {
  'public/apple-touch-icon.png': 'TyT_Ad96sCEVxA_bUI_INq-wLZ9vvk2vokRyUAA7pEU',
  'public/favicon.ico': 'IiVqleH5CiQnkxmDCKXF74kqtjN3-6d1XT__XZKvmoo',
  'public/favicon.svg': 'njiOT8j6LB95XbaQtT2yu2UwEV8cljyrGJJcAAQolOA',
  'public/icon-512.png': 'F1p8awkqY9I-G7vU4k96ae1FiUG5CttrqH-CQQqt9NE',
};

/** True where the file at an absolute path is the icon that came with Octavo. */
export function isOctavosIcon(file: string, path: string): boolean {
  const digest = OCTAVO_ICONS[path];
  return digest !== undefined && existsSync(file) && digestOf({ copyOf: file }) === digest;
}
