import { readFileSync } from 'node:fs';

const { payloads } = JSON.parse(
  readFileSync(new URL('fixtures/xss.json', import.meta.url), 'utf8'),
) as { payloads: string[] };

/** HTML that runs a script or leads elsewhere where it is not made harmless. */
export const VECTORS: readonly string[] = [
  ...payloads,
  '<style>@import "https://site.invalid/x.css";</style>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe sandbox srcdoc="<link rel=stylesheet href=https://site.invalid/x.css>"></iframe>',
  '<iframe><script>alert(1)</script></iframe>',
  '<noembed><script>alert(1)</script></noembed>',
  '<noframes><script>alert(1)</script></noframes>',
  '<div><noscript><b title="</noscript><img src=x onerror=alert(1)>"></noscript></div>',
  '<div><template shadowrootmode="open"><script>alert(1)</script></template></div>',
  '<meta http-equiv="refresh" content="0;url=https://site.invalid/">',
  '<meta http-equiv="content-security-policy" content="default-src *">',
  '<base href="https://site.invalid/">',
  '<link rel="stylesheet" href="https://site.invalid/x.css">',
  '<link rel="prefetch" href="https://site.invalid/">',
  '<form action="https://site.invalid/"><input name="a"><button>B</button></form>',
  '<object data="https://site.invalid/"></object><embed src="https://site.invalid/">',
  '<a href="java&#10;script&colon;alert(1)">A</a>',
  '<a href="/" ping="https://site.invalid/">A</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>A</text></a></svg>',
  '<svg><a><set attributeName="href" to="javascript:alert(1)"/><text>A</text></a></svg>',
  '<p style="background: url(https://site.invalid/x.png)">A</p>',
  '<details open ontoggle="alert(1)">A</details>',
  '<img src="x" data-picture="%7B%22kind%22%3A%22image%22%2C%22properties%22%3A%7B%22onerror%22%3A%22alert(1)%22%7D%7D">',
  '</script><script>alert(1)</script>',
  '</title></head><body onload=alert(1)>',
  '</textarea></style><svg onload=alert(1)>',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  `'" onmouseover=alert(1) autofocus onfocus=alert(1) x="`,
  '{{constructor.constructor("alert(1)")()}}${alert(1)}',
];

/** Returns Markdown with a vector, also as one line, wherever a text can hold it: a list of blocks. */
export function blocksWith(line: string, vector: string): string[] {
  const quoted = line.replaceAll('"', "'");
  return [
    `![${line}](https://site.invalid/a.png "${quoted}")`,
    `\`\`\`html title="${quoted}"\n\`\`\``,
    `$\\text{${line}}$`,
    `:::note[${line}]\n${vector}\n:::`,
    `> [!NOTE] ${line}\n> ${line}`,
    `## ${line}`,
    `A line with ${line}, and a [link](/ "${quoted}")[^1]`,
    `- ${line}`,
    `| ${line} |\n|-|\n| ${line} |`,
    `[^1]: ${line}`,
  ];
}
