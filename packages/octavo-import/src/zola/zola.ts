import { fileSign, type System } from '../system.ts';
import { readZola } from './read-zola.ts';

export const zola: System = {
  id: 'zola',
  name: 'Zola',
  signs: [
    fileSign(1, 'zola.toml'),
    {
      certainty: 1,
      text: 'config.toml with base_url',
      isIn: (source) => 'base_url' in source.values('config.toml'),
    },
  ],
  read: readZola,
};
