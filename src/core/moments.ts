const MILLISECONDS_A_MINUTE = 60_000;

/** The minute in which a moment lies; systems write some times with seconds and some without. */
const minuteOf = (moment: number) => Math.floor(moment / MILLISECONDS_A_MINUTE);

/** Whether a moment, where there is one, lies in the minute of another or after it; never when the other is missing. */
export const isFrom = (moment: number | null, other: number | null): boolean =>
  moment === null || (other !== null && minuteOf(moment) >= minuteOf(other));

/** Whether a moment lies in a later minute than another; never when one of them is missing. */
export const isAfter = (moment: number | null, other: number | null): boolean =>
  moment !== null && other !== null && minuteOf(moment) > minuteOf(other);
