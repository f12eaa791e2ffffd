import type { Mark } from "../../site/figures/figure.ts";
import { type Hits, hitsIn } from "./hits.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** The marks of a figure as it is drawn now; read only when a reader points at it, since every figure is drawn often and few are pointed at. */
export interface DrawnMarks {
  hits(): Hits;
  /** The mark under the hit with this index. */
  at(index: number): Mark | undefined;
  /** Index of the hit of a mark from an earlier drawing; null when it is gone. */
  find(mark: Mark): number | null;
  /** Indexes of the hits whose marks are periods, so that a range of them can be chosen. */
  periods(): readonly number[];
}

/** What stays the same of a mark when it is drawn again. */
const identityOf = ({ choice, name }: Mark) => JSON.stringify(choice ?? name);

const isPeriod = (mark: Mark | undefined): boolean => Boolean(mark?.choice && "period" in mark.choice);

export function drawnMarks(figure: MetricFigure): DrawnMarks {
  let drawn: { hits: Hits; marks: readonly Mark[]; periods: readonly number[] } | null = null;
  const read = () => {
    if (drawn) return drawn;
    const [hits, marks] = [hitsIn(figure.element), figure.data?.marks() ?? []];
    const periods = hits.keys.flatMap((key, index) => (isPeriod(marks[key]) ? [index] : []));
    drawn = { hits, marks, periods };
    return drawn;
  };
  figure.onDraw(() => {
    drawn = null;
  });
  const at = (index: number) => read().marks[read().hits.keys[index] ?? -1];
  return {
    hits: () => read().hits,
    at,
    find(mark) {
      const identity = identityOf(mark);
      const index = read().hits.keys.findIndex((_, i) => {
        const own = at(i);
        return own !== undefined && identityOf(own) === identity;
      });
      return index < 0 ? null : index;
    },
    periods: () => read().periods,
  };
}
