import { z } from "zod";
import { isBasePath, nearestBasePath } from "../core/base-path.ts";
import { surveyScaleSchema } from "./survey-scale.ts";
import { text } from "./text.ts";
import { spans, workingWeekSchema } from "./working-week.ts";

function isTimeZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const severity = z.enum(["warn", "fail"]).default("warn");

const matrixLint = z.strictObject({
  /** A duty for which no output is named. */
  duty_without_output: severity,
  /** An output that no request type and no metric counts. */
  uncounted_output: severity,
  /** A request type that a department provides without a promise. */
  type_without_sla: severity,
  /** A promise for which no request was ever made. */
  sla_without_requests: severity,
  /** An output that two departments own. */
  two_owners: severity,
});

/** `site.yaml`: what a company decides once. */
export const siteConfig = z.strictObject({
  /** Name of the site. */
  title: text,
  /** Name of the company. */
  company: text,
  /** First month of the fiscal year, 1 to 12. */
  fiscal_year_starts: z.int().min(1).max(12),
  /** IANA time zone of the company's clocks: what is exported as an instant is shown as they showed it. */
  time_zone: z
    .string()
    .refine(isTimeZone, {
      error: "expected an IANA time zone such as Asia/Shanghai",
      params: { choices: Intl.supportedValuesOf("timeZone") },
    })
    .default("Asia/Shanghai"),
  /** ISO 4217 code of the currency in which amounts are counted and shown; others are exchanged by `reference/rates.csv`. */
  currency: z
    .string()
    .refine((code) => Intl.supportedValuesOf("currency").includes(code), {
      error: "expected an ISO code of a currency such as CNY",
      params: { choices: Intl.supportedValuesOf("currency") },
    })
    .default("CNY"),
  /** Path under which the site is served; letters of any script, digits and - _ . ~ between slashes. */
  base: z.string().refine(isBasePath, {
    error: ({ input }) => `a path of letters, digits and - _ . ~ that starts and ends with /, such as ${nearestBasePath(String(input))}`,
  }),
  /** Where readers find the site, without `base`: links of a review deck begin with it; by default they are relative. */
  url: z.url({ protocol: /^https?$/, error: "an address such as https://tandem.example.com" }).optional(),
  /** The scale of all answers to the survey, and from where on they are favourable; by default 1 to 5, favourable from 4. */
  survey_scale: surveyScaleSchema,
  /** What the dimension is called that the company declares itself: a column `own` of its tables. */
  own_dimension: text.optional(),
  /** Groups of the survey with fewer people are not shown, nor what fewer added to a quarter that was published. */
  minimum_group: z.int().min(2),
  /** Outputs with fewer ratings in a quarter are not shown with them. */
  minimum_ratings: z.int().min(2).default(5),
  /** The amount of fewer lost deals in a quarter is not shown, only their number. */
  minimum_lost_deals: z.int().min(2).default(3),
  /** Goals of roles that fewer people hold are not shown. */
  minimum_role_holders: z.int().min(2).default(2),
  /** ISO day up to which the data reach; by default the latest day in the exports, plans and likely slips left aside. */
  as_of: z.iso.date().optional(),
  /** An export is stale when it ends this many rhythms before the day up to which the data reach. */
  stale_after: z.number().positive(),
  /** The working hours of a working day, as spans of the company's clock; by default eight hours with a break at noon. */
  working_hours: spans.default(["09:00-12:00", "13:00-18:00"]),
  /** The days of a week that are worked, under the national holidays; by default Monday to Friday. */
  working_week: workingWeekSchema.default(workingWeekSchema.parse({})),
  /** The private key with which snapshots are signed (Ed25519, PEM), by its path from the data folder; better not in it. */
  signing_key: z.string().min(1).optional(),
  /** What the build does about each kind of gap in the department-responsibility matrix: by default it warns. */
  matrix_lint: matrixLint.default(matrixLint.parse({})),
});

export type SiteConfig = z.infer<typeof siteConfig>;
