import { pick, type Random } from './random.ts';
import { capitalized, sentence, word } from './vocabulary.ts';

/** Code in one language: how it begins, lines of which some are taken, how it ends. */
interface Language {
  name: string;
  begin: (w: Words) => string;
  lines: ((w: Words) => string)[];
  end?: (w: Words) => string;
}

/** What a block is filled with: words, the same in all its lines or new, and a number of its own. */
interface Words {
  /** Names that hold for the whole block. */
  a: string;
  b: string;
  A: string;
  /** A number that no other block has. */
  id: number;
  /** Another word, or a few, each time. */
  next: () => string;
  say: () => string;
  number: () => number;
}

/**
 * Returns a fenced block of code of nine lines or so, in the language of this place in the list.
 * The id makes it another than every block of another id.
 */
export function codeSample(random: Random, { language, id }: { language: number; id: number }) {
  const { name, begin, lines, end } = LANGUAGES[language % LANGUAGES.length]!;
  const [a, b] = [`${word(random)}${word(random)}`, `${word(random)}${word(random)}`];
  const words: Words = {
    ...{ a, b, A: capitalized(a), id },
    next: () => `${word(random)}${word(random)}`,
    say: () => sentence(random, 4),
    number: () => Math.floor(random() * 5000),
  };
  const middle = Array.from({ length: LINES }, () => pick(random, lines)(words));
  const all = [begin(words), ...middle, ...(end ? [end(words)] : [])];
  return `\`\`\`${name}\n${all.join('\n')}\n\`\`\``;
}

const LINES = 5;

const go: Language = {
  name: 'go',
  begin: ({ A, a, b, id }) =>
    `// ${A} is number ${id}.\nfunc ${A}(${a} []byte, ${b} int) (int, error) {`,
  lines: [
    ({ a, next }) => `\t${next()} := len(${a}) // as it was`,
    ({ b, number, next }) =>
      `\tif ${b} > ${number()} {\n\t\treturn 0, errors.New("${next()}")\n\t}`,
    ({ a, next }) => `\tfor _, ${next()} := range ${a} {\n\t\t${next()}++\n\t}`,
    ({ say, b }) => `\tlog.Printf("${say()}: %d", ${b})`,
    ({ next, number }) => `\tdefer ${next()}.Close(${number()})`,
  ],
  end: ({ b }) => `\treturn ${b}, nil\n}`,
};

const ts: Language = {
  name: 'ts',
  begin: ({ a, b, id }) => `export function ${a}(${b}: readonly string[], limit = ${id}): number {`,
  lines: [
    ({ b, next }) => `  const ${next()} = new Set(${b});`,
    ({ b, next }) => `  for (const ${next()} of ${b}) if (${next()} === '') continue;`,
    ({ say, number }) => `  if (limit > ${number()}) throw new RangeError(\`${say()} \${limit}\`);`,
    ({ next, number }) => `  ${next()}.set('${next()}', ${number()});`,
    ({ say }) => `  // ${say()}`,
  ],
  end: ({ b }) => `  return ${b}.length;\n}`,
};

const python: Language = {
  name: 'python',
  begin: ({ a, b, id }) => `def ${a}(${b}: list[str], limit: int = ${id}) -> dict[str, int]:`,
  lines: [
    ({ say }) => `    # ${say()}`,
    ({ b, next }) => `    ${next()} = {item: len(item) for item in ${b} if item}`,
    ({ next, number }) =>
      `    if limit > ${number()}:\n        raise ValueError(f"${next()} {limit}")`,
    ({ next, number }) => `    ${next()} = max(limit, ${number()})`,
    ({ b, next }) => `    ${b}.sort(key=lambda ${next()}: -len("${next()}"))`,
  ],
  end: ({ b }) => `    return {${b}[0]: limit}`,
};

const rust: Language = {
  name: 'rust',
  begin: ({ a, b, id }) =>
    `pub fn ${a}(${b}: &[u8]) -> Result<usize, Error> {\n    let limit = ${id};`,
  lines: [
    ({ b, next }) => `    let ${next()} = ${b}.iter().filter(|byte| **byte > 7).count();`,
    ({ say }) => `    // ${say()}`,
    ({ next, number }) => `    let mut ${next()}: Vec<u64> = Vec::with_capacity(${number()});`,
    ({ b, next }) =>
      `    match ${b}.first() {\n        Some(${next()}) => {}\n        None => return Err(Error::Empty),\n    }`,
    ({ say }) => `    println!("${say()}: {limit}");`,
  ],
  end: () => `    Ok(limit)\n}`,
};

const yaml: Language = {
  name: 'yaml',
  begin: ({ a, id }) => `# number ${id}\nname: ${a}\nservices:`,
  lines: [
    ({ next, number }) => `  ${next()}:\n    image: ${next()}:${number()}`,
    ({ next, say }) => `  ${next()}: "${say()}"`,
    ({ next, number }) => `  ${next()}: [${number()}, ${number()}] # ${next()}`,
    ({ next }) => `  ${next()}: true`,
  ],
};

const sh: Language = {
  name: 'sh',
  begin: ({ a, id }) => `#!/bin/sh\nset -eu\n${a}=\${1:-${id}}`,
  lines: [
    ({ a, next }) => `grep -c "$${a}" /var/log/${next()}.log | sort -n`,
    ({ next, say }) => `for ${next()} in *.txt; do echo "${say()}"; done`,
    ({ next, number }) => `if [ -d ./${next()} ]; then exit ${number() % 90}; fi`,
    ({ say }) => `# ${say()}`,
    ({ next, number }) => `curl -s localhost:${number()}/${next()} > ${next()}.json`,
  ],
};

const sql: Language = {
  name: 'sql',
  begin: ({ a, id }) => `-- number ${id}\nSELECT ${a}.id, count(*)`,
  lines: [
    ({ a, next }) => `  , max(${a}.${next()}) AS ${next()}`,
    ({ a, next, number }) => `  , CASE WHEN ${a}.${next()} > ${number()} THEN 'yes' ELSE 'no' END`,
    ({ next, say }) => `  , '${say()}' AS ${next()}`,
  ],
  end: ({ a, b, number }) =>
    `FROM ${a} JOIN ${b} USING (id)\nWHERE ${b}.size < ${number()}\nGROUP BY 1 ORDER BY 2 DESC;`,
};

const json: Language = {
  name: 'json',
  begin: ({ a, id }) => `{\n  "id": ${id},\n  "${a}": {`,
  lines: [
    ({ next, say }) => `    "${next()}": "${say()}",`,
    ({ next, number }) => `    "${next()}": [${number()}, ${number()}, null],`,
    ({ next }) => `    "${next()}": { "${next()}": true },`,
  ],
  end: ({ b }) => `    "${b}": false\n  }\n}`,
};

const c: Language = {
  name: 'c',
  begin: ({ a, b, id }) => `#define LIMIT ${id}\n\nint ${a}(const char *${b}, size_t size) {`,
  lines: [
    ({ b, next }) => `  const char *${next()} = strchr(${b}, ':');`,
    ({ next, number }) => `  if (size > ${number()}) return -E${next().toUpperCase()};`,
    ({ say }) => `  /* ${say()} */`,
    ({ next, number }) => `  unsigned char ${next()}[${number()}] = {0};`,
    ({ next, say }) => `  printf("${say()}: %zu\\n", ${next()});`,
  ],
  end: () => `  return LIMIT;\n}`,
};

const dockerfile: Language = {
  name: 'dockerfile',
  begin: ({ a, id }) => `FROM debian:${id} AS ${a}\nWORKDIR /srv/${a}`,
  lines: [
    ({ next }) => `COPY ${next()}/ ./${next()}/`,
    ({ next, number }) => `ENV ${next().toUpperCase()}=${number()}`,
    ({ next }) => `RUN apt-get update && apt-get install -y ${next()}`,
    ({ say }) => `# ${say()}`,
    ({ number }) => `EXPOSE ${number()}`,
  ],
  end: ({ b }) => `CMD ["./${b}", "--verbose"]`,
};

/** In the order in which posts take them. */
const LANGUAGES = [go, ts, python, yaml, sh, rust, json, sql, dockerfile, c];
