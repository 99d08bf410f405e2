/** Set by src/build/mode.ts: true in `dev`, false in a build. */
declare const IN_DEVELOPMENT: boolean;
