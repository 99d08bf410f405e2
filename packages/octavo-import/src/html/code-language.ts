import type { Element } from 'hast';
import { isElement } from './hast.ts';

/** Returns the language of a block of code, `pre`, by the attributes of one of the highlighters. */
export function codeLanguage(pre: Element): string | undefined {
  const code = pre.children.find((child) => isElement(child, 'code'));
  return [pre, ...(isElement(code) ? [code] : [])].map(languageOf).find(Boolean);
}

/** `language-php`; `brush: php` (SyntaxHighlighter), `lang:php` (Crayon), `prettyprint lang-php`. */
const CLASS = /(?:^|\s)(?:language-|lang[-:]|brush:\s*|highlight-source-)([\w+#.-]+)/;

function languageOf({ properties }: Element): string | undefined {
  const { lang, className, dataEnlighterLanguage, dataLang, dataLanguage } = properties;
  const classes = Array.isArray(className) ? className.join(' ') : '';
  const given = [lang, dataEnlighterLanguage, dataLang, dataLanguage, CLASS.exec(classes)?.[1]];
  const name = given.find((one) => typeof one === 'string' && /^[\w+#.-]+$/.test(one));
  const language = String(name ?? '').toLowerCase();
  return NAMES[language] ?? (language || undefined);
}

/** The names that highlighters of blogs have, where others are usual; '' for plain text. */
const NAMES: Record<string, string> = {
  ...{ plain: '', text: '', none: '', generic: '', raw: '', default: '', code: '' },
  ...{ jscript: 'js', actionscript3: 'actionscript', delphi: 'pascal', vbnet: 'vb' },
  ...{ ps1: 'powershell', mysql: 'sql', html5: 'html', xhtml: 'html', 'c#': 'csharp' },
};
