import { dependencySign, fileSign, type System } from '../system.ts';
import { CONFIG_FILES } from './config.ts';
import { readEleventy } from './read-eleventy.ts';

export const eleventy: System = {
  id: 'eleventy',
  name: 'Eleventy',
  signs: [fileSign(1, ...CONFIG_FILES), dependencySign(0.9, '@11ty/eleventy')],
  read: readEleventy,
};
