// A worker that draws cards into their cache, where the pages find them.
import { workerData } from 'node:worker_threads';
import { engineFolder } from '../engine-folder.ts';
import type { CardSet } from './early-cards.ts';
import { cardMaker } from './social-card.ts';

const { root, sets } = workerData as { root: string; sets: CardSet[] };
for (const { language, site, cards } of sets) {
  const draw = cardMaker({ root, engine: engineFolder }, language, site);
  // A card that cannot be drawn fails again where its file is made.
  for (const card of cards) await draw(card).catch(() => undefined);
}
