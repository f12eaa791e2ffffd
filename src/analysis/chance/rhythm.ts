/** In which steps a metric is judged; all numbers count steps, of a month or a quarter. */
export interface Rhythm {
  /** What is looked at, up to now: the last so many steps. The second to last is a quarter, the last is half a year. */
  windows: readonly number[];
  quarter: number;
  /** What they are compared with: two years. */
  usual: number;
  /** Fewer steps of that say nothing. */
  fewest: number;
}

export const MONTHLY: Rhythm = { windows: [1, 3, 6], quarter: 3, usual: 24, fewest: 12 };
export const QUARTERLY: Rhythm = { windows: [1, 2], quarter: 1, usual: 8, fewest: 4 };
