/**
 * What can become of a record that was read; each record becomes exactly one of these.
 * accepted: it counts · replaced: a newer record of its key or day counts instead · repeated: the same record stands in the same file before it ·
 * merged: it is one of several, such as the events of a ticket, that make one record · set_aside: `sources.yaml` says that it does not count · rejected: it failed
 */
export const OUTCOMES = ["accepted", "replaced", "repeated", "merged", "set_aside", "rejected"] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** How many records became what. */
export type Outcomes = Record<Outcome, number>;

/** A count, or whatever else is said, of every outcome. */
export const forEachOutcome = <T>(of: (outcome: Outcome) => T): Record<Outcome, T> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, T>;

/** The records of several files by what became of them. */
export const sumOfOutcomes = (counted: readonly Outcomes[]): Outcomes =>
  forEachOutcome((outcome) => counted.reduce((sum, counts) => sum + counts[outcome], 0));

/** All records, whatever became of them. */
export const recordsOf = (counts: Outcomes): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

/** The outcomes that a table of records has to show: those that occur, and in any case what was accepted and rejected. */
export const shownOutcomes = (counts: Outcomes): Outcome[] =>
  OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === "accepted" || outcome === "rejected");
