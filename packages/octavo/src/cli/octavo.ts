// The command line: `octavo build`.
export {};

const [command = ''] = process.argv.splice(2, 1);
await import(`./${command === 'preview' ? 'start' : command}.ts`);
