/** Figures and dimensions of a fact that rest on working time. */
export interface OnWorkingTime {
  /** Columns and flags of the fact, dimensions among them; `rows` is the count of all its rows, `*` everything. */
  figures: readonly string[];
  /** SQL of the last day on whose working time a row rests; null for a row that rests on none. */
  upTo: string;
}

const FORM = /^(?<figures>\*|nothing|\w+(?:, \w+)*)(?: up to (?<upTo>.+))?$/;

/** Reads what follows `-- on working time:` in a fact: `clock_hours up to fulfilled_on`, by default up to the day that says when; `nothing` gives null. Throws when it has another form. */
export function parseOnWorkingTime(line: string, { fact, time }: { fact: string; time: string }): OnWorkingTime | null {
  const { figures, upTo = time } = FORM.exec(line)?.groups ?? {};
  if (!figures) throw new Error(`${fact}.sql: expected "-- on working time: columns up to day" or "nothing", found ${line}`);
  return figures === "nothing" ? null : { figures: figures.split(", "), upTo };
}
