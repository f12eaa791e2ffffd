import type { Day } from "./calendar.ts";
import type { Random } from "./random.ts";

/** Spreads a number of events over days by weight, exactly `total` of them, with the ups and downs of busy and quiet days. */
export function allot(
  random: Random,
  { total, days, weight }: { total: number; days: readonly Day[]; weight: (day: Day) => number },
): Map<Day, number> {
  const weights = days.map((day) => weight(day) * random.lognormal(1, 0.12));
  let weightLeft = weights.reduce((sum, each) => sum + each, 0);
  let left = total;
  const counts = days.map((day, index): [Day, number] => {
    const share = weights[index] as number;
    const count = weightLeft > share ? random.binomial(left, share / weightLeft) : left;
    weightLeft -= share;
    left -= count;
    return [day, count];
  });
  return new Map(counts);
}

/** The days of `allot`, each as often as it has events. */
export function* allottedDays(...given: Parameters<typeof allot>): Generator<Day> {
  for (const [day, count] of allot(...given)) for (let each = 0; each < count; each++) yield day;
}
