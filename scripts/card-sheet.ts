import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cardMaker } from '../packages/octavo/src/cards/social-card.ts';
import type { CardContent } from '../packages/octavo/src/cards/layout.ts';
import { engineFolder } from '../packages/octavo/src/engine-folder.ts';

/** In pixels. */
const CELL = { width: 600, height: 315 };
const GAP = 20;
const COLUMNS = 3;

const SITE = { title: 'Octavo', site: 'octavo.example' };
const POST = { site: 'Octavo', by: 'The Octavo team', date: 'January 6, 2024' };
const NIGHT =
  ':root { --paper: #16181b; --sheet: #262a2f; --ink: #e6e7e9; --ink-soft: #a0a5ac; --accent: #7cc4f0 }';
const FOREST = ':root { --paper: #f6f4ec; --sheet: #e7e4d6; --accent: #2f6b4f }';

interface Sample extends Omit<CardContent, 'site'> {
  site?: string;
  language?: string;
  theme?: string;
  /** Without the icon of the site. */
  plain?: boolean;
}

const SAMPLES: Sample[] = [
  { ...SITE, by: '', date: '', lead: 'Notes on proxies, containers and the systems between them.' },
  { title: 'Go', portrait: 'portrait.png', tags: ['Go'] },
  { title: 'Analyzing Go Binary Sizes', tags: ['Go', 'Linkers'] },
  {
    title:
      'Everything that I wish I had known about timeouts, retries and backpressure before our first outage of a whole region',
    portrait: 'portrait.png',
    tags: ['Reliability'],
  },
  {
    title: 'Why x-forwarded-for over HTTP/3 broke std::vector<T> in useEffect()',
    tags: ['HTTP', 'C++', 'React'],
  },
  { title: 'Ship it 🚀 with 🦀 and 🐳', theme: FOREST, portrait: 'portrait.png', tags: ['Rust'] },
  {
    ...{ language: 'ja', site: '八つ折り', by: '編集部', date: '2024年1月6日', plain: true },
    title: 'コンテナとプロキシのあいだにある仕組みについて',
    tags: ['ネットワーク'],
  },
  {
    ...{ language: 'zh', site: '八开本', by: '编辑部', date: '2024年1月6日' },
    title: '在容器中运行代理服务器的最佳实践',
    tags: ['容器', '代理'],
  },
  {
    ...{ language: 'ar', site: 'مدونة الأنظمة', by: 'فريق التحرير', date: '٦ يناير ٢٠٢٤' },
    title: 'كيف تعمل الحاويات في لينكس؟',
    portrait: 'portrait.png',
    tags: ['لينكس'],
  },
  {
    ...{ language: 'de', by: 'Die Redaktion', date: '6. Januar 2024' },
    title: 'Geschwindigkeitsbegrenzungen für Netzwerkschnittstellen',
    tags: ['Netzwerk'],
  },
  { title: 'The long way up', cover: 'cover.png', portrait: 'portrait.png' },
  { title: 'User space isn’t slow', theme: NIGHT },
];

const PORTRAIT = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">
  <rect width="200" height="200" fill="#e3b98f"/>
  <g fill="#6d5a68"><circle cx="56" cy="84" r="26"/><ellipse cx="56" cy="172" rx="44" ry="52"/></g>
  <g fill="#b98b7a"><circle cx="144" cy="84" r="26"/><ellipse cx="144" cy="172" rx="44" ry="52"/></g>
  <g fill="#2b4a5e"><circle cx="100" cy="98" r="30"/><ellipse cx="100" cy="200" rx="52" ry="62"/></g>
</svg>`;

const COVER = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">
  <rect width="1600" height="900" fill="#f4d9b8"/><circle cx="900" cy="300" r="110" fill="#e8714a"/>
  <path d="M0 620L420 300 660 520 860 360 1260 640 1600 420V900H0z" fill="#b98b7a"/>
  <path d="M0 760L300 560 620 760 920 520 1300 780 1600 640V900H0z" fill="#6d5a68"/>
  <path d="M0 860L520 700 980 840 1600 740V900H0z" fill="#35384f"/>
</svg>`;

/** Returns a PNG with social cards of every kind side by side. */
export async function cardSheet(icon: string): Promise<Buffer> {
  const root = mkdtempSync(join(tmpdir(), 'octavo-cards-'));
  writeFileSync(join(root, 'portrait.png'), await sharp(Buffer.from(PORTRAIT)).png().toBuffer());
  writeFileSync(join(root, 'cover.png'), await sharp(Buffer.from(COVER)).png().toBuffer());
  mkdirSync(join(root, 'public'));
  mkdirSync(join(root, 'src/styles'), { recursive: true });
  const cells: Buffer[] = [];
  for (const sample of SAMPLES) cells.push(await cell(sample, root, readFileSync(icon)));
  rmSync(root, { recursive: true });
  const rows = Math.ceil(cells.length / COLUMNS);
  const width = COLUMNS * (CELL.width + GAP) + GAP;
  const height = rows * (CELL.height + GAP) + GAP;
  return sharp({ create: { width, height, channels: 3, background: '#9a9a9a' } })
    .composite(
      cells.map((input, index) => ({
        input,
        left: GAP + (index % COLUMNS) * (CELL.width + GAP),
        top: GAP + Math.floor(index / COLUMNS) * (CELL.height + GAP),
      })),
    )
    .png({ palette: true, colours: 128, dither: 0.5, effort: 10 })
    .toBuffer();
}

async function cell(sample: Sample, root: string, icon: Buffer): Promise<Buffer> {
  const { language = 'en', theme = '', plain = false, ...content } = sample;
  writeFileSync(join(root, 'src/styles/theme.css'), theme);
  writeFileSync(join(root, 'public/icon-512.png'), plain ? '' : icon);
  const card = await cardMaker(
    { root, engine: engineFolder },
    language,
    SITE,
  )({
    ...POST,
    ...content,
  });
  return sharp(card).resize(CELL).png().toBuffer();
}
