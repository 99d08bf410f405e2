import type { AstroPrerenderer, InjectedScriptStage } from 'astro';

/** What an integration hands to `injectScript`. */
interface InjectedScript {
  stage: InjectedScriptStage;
  content: string;
}

/**
 * Returns the scripts that integrations inject into the HTML of every page; `undefined` where this
 * version of Astro does not tell. Its prerenderer keeps them in its app, which is not public
 * (astro/dist/core/build/default-prerenderer.js).
 */
export function injectedScripts(astros: AstroPrerenderer): InjectedScript[] | undefined {
  const { app } = astros as { app?: { getSettings?: () => { scripts?: InjectedScript[] } } };
  const scripts = app?.getSettings?.().scripts;
  return scripts?.filter(({ stage }) => stage === 'page' || stage === 'head-inline');
}
