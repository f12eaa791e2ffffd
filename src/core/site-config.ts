import { z } from "zod";

const text = z.strictObject({ zh: z.string(), en: z.string() });

/** `site.yaml`: what a company decides once. */
export const siteConfig = z.strictObject({
  /** Name of the site. */
  title: text,
  /** Name of the company. */
  company: text,
  /** First month of the fiscal year, 1 to 12. */
  fiscal_year_starts: z.int().min(1).max(12),
  /** Path under which the site is served. */
  base: z.string().regex(/^\/(.*\/)?$/, "a path that starts and ends with /"),
  /** Survey groups with fewer answers are not shown. */
  minimum_group: z.int().min(2),
  /** ISO day up to which the data tell; by default the latest day in the exports. */
  as_of: z.iso.date().optional(),
  /** An export is stale when it ends this many rhythms before the day up to which the data tell. */
  stale_after: z.number().positive(),
});

export type SiteConfig = z.infer<typeof siteConfig>;
