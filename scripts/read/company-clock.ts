import { tzOffset } from "@date-fns/tz/tzOffset";

/** How a company counts its time, and its money. */
export interface CompanyClock {
  /** Month in which the fiscal year starts, 1 to 12. */
  fiscalStart: number;
  /** IANA time zone of its clocks. */
  timeZone: string;
  /** ISO 4217 code of the currency that it counts in. */
  currency: string;
}

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
