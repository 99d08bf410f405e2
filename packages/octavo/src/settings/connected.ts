import { z } from 'zod';
import { hosts } from './policy-hosts.ts';
import { text } from './fields.ts';

// The settings of services that a site is connected to. `npm run docs` copies the comments.

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be a URL, like https://example.com/' });
const repository = text.regex(/^[\w.-]+\/[\w.-]+$/, {
  error: 'must be a repository of GitHub, like jane/blog',
});
const attributes = z
  .record(z.string(), z.string())
  .refine((all) => Object.keys(all).every((name) => /^(?!on|src$)[a-z][\w.-]*$/.test(name)), {
    error: 'must be attributes without src and event handlers, like data-site',
  });

/** Fails for a group in which not exactly one of the keys is set. */
const hasOneKey = (group: object) =>
  Object.values(group).filter((value) => value !== undefined).length === 1;

/** The comments below posts, of one service. */
export const comments = z
  .strictObject({
    /** Comments in the discussions of a repository, by giscus. */
    giscus: z
      .strictObject({
        /** The repository: `jane/blog`. */
        repo: repository,
        /** Its id, which giscus.app shows. */
        repoId: text,
        /** The category of the discussions. */
        category: text,
        /** Its id, which giscus.app shows. */
        categoryId: text,
        /** What a discussion is found by: a part of the URL of the post, or its title. @default 'pathname' */
        mapping: z.enum(['pathname', 'url', 'title', 'og:title']).default('pathname'),
        /** Where giscus runs. @default 'https://giscus.app' */
        host: httpsUrl.default('https://giscus.app'),
      })
      .optional(),
    /** Comments in the issues of a repository, by utterances. */
    utterances: z
      .strictObject({
        /** The repository: `jane/blog`. */
        repo: repository,
        /** What an issue is found by. @default 'pathname' */
        mapping: z.enum(['pathname', 'url', 'title', 'og:title']).default('pathname'),
        /** The label of new issues. */
        label: text.optional(),
        /** Where utterances runs. @default 'https://utteranc.es' */
        host: httpsUrl.default('https://utteranc.es'),
      })
      .optional(),
  })
  .refine(hasOneKey, { error: 'must have either giscus or utterances' })
  .meta({ title: 'object' });

export type Comments = z.output<typeof comments>;

/** What counts the visits of published pages: one service, script or picture. */
export const analytics = z
  .strictObject({
    /** The code of a GoatCounter site, `jane`, or the URL of your own, `https://stats.example.com`. */
    goatcounter: z
      .union([z.string().regex(/^[a-z\d-]+$/i), httpsUrl], {
        error: 'must be the code of a site, like jane, or a URL, like https://stats.example.com',
      })
      .optional(),
    /** Plausible. */
    plausible: z
      .strictObject({
        /** The name of the site there: `example.com`. */
        domain: text,
        /** Where it runs. @default 'https://plausible.io' */
        host: httpsUrl.default('https://plausible.io'),
      })
      .optional(),
    /** Umami. */
    umami: z
      .strictObject({
        /** The id of the site. */
        id: text,
        /** Where it runs. @default 'https://cloud.umami.is' */
        host: httpsUrl.default('https://cloud.umami.is'),
      })
      .optional(),
    /** The token of Cloudflare Web Analytics. */
    cloudflare: text.optional(),
    /** The script of another service. */
    script: z
      .strictObject({
        /** Its URL. */
        src: httpsUrl,
        /** More attributes: `{ 'data-site': '42' }`. */
        attributes: attributes.default({}),
        /** The hosts that it sends to; by default its own. */
        connect: hosts.optional(),
      })
      .optional(),
    /** The URL of a picture that counts visits without a script. */
    pixel: httpsUrl.optional(),
  })
  .refine(hasOneKey, { error: 'must have exactly one key' })
  .meta({ title: 'object' });

/** A form that subscribes readers to a newsletter. */
export const newsletter = z
  .strictObject({
    /** The URL to which the provider wants the form sent. */
    action: httpsUrl,
    /** The name of the field for the email address. @default 'email' */
    field: text.default('email'),
    /** The name of a hidden field that only programs fill in, so that the provider can refuse them. @default 'website' */
    honeypot: text.default('website'),
    /** More fields, with their values: `{ embed: '1' }`. */
    fields: z.record(z.string(), z.string()).default({}),
  })
  .refine(
    ({ field, honeypot, fields }) =>
      field !== honeypot && !(field in fields) && !(honeypot in fields),
    {
      error: 'must have another name for each field',
    },
  )
  .meta({ title: 'object' });
