/** In which steps a metric is judged; all numbers count steps, of a month or a quarter. */
export interface Rhythm {
  /** What is looked at, up to now: the last so many steps. The second to last is a quarter, the last is half a year. */
  windows: readonly number[];
  quarter: number;
  /** What they are compared with: two years. */
  usual: number;
  /** Fewer steps of that say nothing. */
  fewest: number;
  /**
   * How much a step remembers the one before it, from 0 to 1, where there are too few of them to know; null where it is estimated. A month that
   * remembers .6 of the last makes a quarter that remembers about a fifth of it.
   */
  memory: number | null;
}

export const MONTHLY: Rhythm = { windows: [1, 3, 6], quarter: 3, usual: 24, fewest: 12, memory: null };
export const QUARTERLY: Rhythm = { windows: [1, 2], quarter: 1, usual: 8, fewest: 4, memory: 0.25 };
