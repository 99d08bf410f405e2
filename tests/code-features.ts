/** A file to quote, below src/content/. */
export const PROXY = `package main

import "net/http"

// handle answers every request.
func handle(w http.ResponseWriter, r *http.Request) {
	for name, values := range r.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(http.StatusNoContent)
}
`;

/** A text with everything that a block of code can do, and nothing that is wrong. */
export const CODE_FEATURES = `Plain code, with inline \`code\`:

\`\`\`ts
/** Returns the sum of two numbers. */
export const sum = (one: number, other = 0): number => one + other;
const words = new Map<string, number>([['a', 1]]); // each with how often it stands there
\`\`\`

With a title, marked lines and numbers:

\`\`\`ts title="src/greet.ts" {2,4} showLineNumbers startLine=9
import { name } from './name.ts';
const greeting = \`Hello, \${name}!\`;

console.log(greeting);
\`\`\`

A diff:

\`\`\`diff js title="astro.config.mjs"
 export default defineConfig({
-  site: 'http://example.com',
+  site: 'https://example.com',
+  trailingSlash: 'always',
 });
\`\`\`

Lines by number:

\`\`\`css ins={2} del={3}
a {
  color: var(--accent);
  color: red;
}
\`\`\`

A session:

\`\`\`console
$ curl --silent https://example.com/ \\
    | grep title
<title>Example Domain</title>
$ cat <<EOF > note.md
> # A note
> EOF
jane@host:~/notes$ npm test

> test
> vitest run
\`\`\`

Wrapped, and collapsed:

\`\`\`sh wrap
curl --silent --show-error --location --fail --retry 5 --retry-delay 10 --output archive.tar.gz https://example.com/releases/latest/archive.tar.gz
\`\`\`

\`\`\`json collapse={3-6}
{
  "name": "octavo",
  "version": "0.1.0",
  "private": true,
  "license": "MIT",
  "type": "module",
  "engines": { "node": ">=20" }
}
\`\`\`

Quoted:

\`\`\`go file="../examples/proxy.go" lines=6-11 title="proxy.go"
\`\`\`

No language:

\`\`\`
alpha
  beta
\`\`\`
`;
