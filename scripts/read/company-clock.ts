import { tzOffset } from "@date-fns/tz/tzOffset";
import type { SurveyScale } from "../../src/core/survey-scale.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";

/** How a company counts its time, its money and the scores of its survey. */
export interface CompanyClock {
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStart: number;
  /** IANA time zone of its clocks. */
  timeZone: string;
  /** ISO 4217 code of the currency that it counts in. */
  currency: string;
  /** On which its survey is answered. */
  surveyScale: SurveyScale;
}

/** What `site.yaml` says of it. */
export const clockOf = (site: Pick<SiteConfig, "fiscal_year_starts" | "time_zone" | "currency" | "survey_scale">): CompanyClock => ({
  fiscalStart: site.fiscal_year_starts,
  timeZone: site.time_zone,
  currency: site.currency,
  surveyScale: site.survey_scale,
});

/** What the clock on the wall shows at an instant; both in milliseconds since 1970-01-01T00:00, the one on that clock, the other in UTC. */
export type WallClock = (instant: number) => number;

const MINUTE = 60_000;

/** Zones change their offset at whole quarters of an hour, but for those before about 1900. */
const QUARTER_HOUR = 15 * MINUTE;

/** The clock on the wall in a time zone, with its daylight saving. Each quarter of an hour is looked up once. */
export function wallClock(timeZone: string): WallClock {
  const offsets = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER_HOUR);
    const offset = offsets.get(quarter) ?? tzOffset(timeZone, new Date(quarter * QUARTER_HOUR)) * MINUTE;
    offsets.set(quarter, offset);
    return instant + offset;
  };
}
