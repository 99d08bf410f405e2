import type { AstroPrerenderer, InjectedScriptStage } from 'astro';

/** The arguments of `injectScript`. */
interface InjectedScript {
  stage: InjectedScriptStage;
  content: string;
}

/**
 * Returns the scripts that integrations inject into the HTML of every page; `undefined` if this
 * version of Astro does not expose them. Its prerenderer keeps them in its app, which is not public
 * (astro/dist/core/build/default-prerenderer.js).
 */
export function injectedScripts(astros: AstroPrerenderer): InjectedScript[] | undefined {
  const { app } = astros as { app?: { getSettings?: () => { scripts?: InjectedScript[] } } };
  const scripts = app?.getSettings?.().scripts;
  return scripts?.filter(({ stage }) => stage === 'page' || stage === 'head-inline');
}
