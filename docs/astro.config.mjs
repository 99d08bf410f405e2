import octavo from 'octavo';

/** @satisfies {import('astro').AstroUserConfig} */
export default { integrations: [octavo()] };
