/** @type {import('prettier').Config} */
export default {
  printWidth: 100,
  singleQuote: true,
  plugins: ['prettier-plugin-astro'],
  overrides: [
    { files: '*.code-snippets', options: { parser: 'json' } },
    { files: '*.astro', options: { parser: 'astro' } },
  ],
};
