import { codedLimits, type Scale } from "./top-coding.ts";

/** What is published of one group of people, or may be. */
export interface GroupFigures {
  /** People behind it. */
  people: number;
  figures: Readonly<Record<string, number>>;
}

export interface PublishedFigures extends GroupFigures {
  /** People behind it in this publication and all before, added up. */
  seen: number;
}

/** A figure that adds up answers on a scale, and the one that counts them. */
export interface CodedFigure {
  figure: string;
  among: string;
  scale: Scale;
}

/** What becomes of a published group: it is as it was, can be published with new figures, or has to stay. */
export type Fate = "same" | "new" | "held";

const NOBODY: PublishedFigures = { people: 0, seen: 0, figures: {} };

/** Whether what was added could be of people who all, or none of them, are favourable. */
function isRevealing(before: GroupFigures, now: GroupFigures, { figure, among, scale }: CodedFigure): boolean {
  const addedTo = (name: string) => (now.figures[name] ?? 0) - (before.figures[name] ?? 0);
  const [n, added] = [addedTo(among), addedTo(figure)];
  if (n === 0) return false;
  const { low, high } = codedLimits(scale, n);
  return added < low || added > high;
}

/**
 * Whether a group may be published once more: only with the minimum of people more than all its publications had together. Whatever people
 * came, went or changed their answers in between, at least the minimum of them are then in the newest of any publications that are added
 * up or subtracted, and in none of the others: no combination of them gives the figure of fewer.
 */
export function fateOf(
  before: PublishedFigures | undefined,
  now: GroupFigures | undefined,
  { minimum, coded }: { minimum: number; coded: readonly CodedFigure[] },
): Fate {
  const [earlier, later] = [before ?? NOBODY, now ?? NOBODY];
  const names = new Set([...Object.keys(earlier.figures), ...Object.keys(later.figures)]);
  const isSame = earlier.people === later.people && [...names].every((name) => (earlier.figures[name] ?? 0) === (later.figures[name] ?? 0));
  if (isSame && before && now) return "same";
  if (!before && later.people === 0) return "new";
  if (later.people < earlier.seen + minimum) return "held";
  return before && coded.some((each) => isRevealing(earlier, later, each)) ? "held" : "new";
}
