// Writes the patterns of grammars, translated to JavaScript, for the package: node scripts/patterns.ts FILE
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages, type BundledLanguage } from 'shiki/langs';
import { translate, type Translation } from '../packages/octavo/src/markdown/code/patterns.ts';

/** The languages that many blogs show. */
const LANGUAGES = (
  'bash c cpp csharp css dart diff docker elixir go graphql haskell html http ini java js json jsonc jsx kotlin lua ' +
  'make md nginx perl php powershell proto python r ruby rust scala scss sql swift terraform toml ts tsx vue xml yaml zig'
).split(' ') as BundledLanguage[];

if (import.meta.main) await writePatterns(process.argv[2]!);

/** The parts of a grammar of vscode-textmate that compile its rules. */
interface Grammar {
  _lastRuleId: number;
  getRule: (id: number) => Partial<Record<'compileAG' | 'compileWhileAG', Compile>>;
}
type Compile = (grammar: Grammar, end: string, allowA: boolean, allowG: boolean) => unknown;

async function writePatterns(file: string): Promise<void> {
  const patterns = new Map<string, Translation>();
  for (const language of LANGUAGES) await addPatterns(language, patterns);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify([...patterns]));
}

/** Adds the patterns of a language, by compiling each rule of its grammar. */
export async function addPatterns(
  language: BundledLanguage,
  patterns: Map<string, Translation>,
): Promise<void> {
  const engine = createJavaScriptRegexEngine({
    forgiving: true,
    regexConstructor(pattern) {
      patterns.set(pattern, patterns.get(pattern) ?? translate(pattern));
      return /(?:)/;
    },
  });
  const langs = [bundledLanguages[language]];
  const highlighter = await createHighlighterCore({ langs, engine, warnings: false });
  const tokenizer = highlighter.getLanguage(language);
  // Reads the first rules.
  tokenizer.tokenizeLine2('', null);
  const grammar = tokenizer as unknown as Grammar;
  for (let id = 1; id <= grammar._lastRuleId; id++) {
    const rule = grammar.getRule(id);
    // The rule of a capture has no pattern.
    if (rule.constructor.name === 'CaptureRule') continue;
    for (const allowA of [true, false])
      for (const allowG of [true, false]) {
        rule.compileAG?.(grammar, '\uFFFF', allowA, allowG);
        rule.compileWhileAG?.(grammar, '\uFFFF', allowA, allowG);
      }
  }
}
