import type { Month } from "../../core/periods.ts";
import { placeNotes } from "./notes.ts";
import { monthFraction } from "./time-scale.ts";

interface Happening {
  /** ISO date. */
  date: string;
  label: string;
}

/** What a chart over time notes where it happened. */
export interface Happenings {
  /** What happened on an ISO date. */
  annotations?: readonly Happening[] | undefined;
  /** What was decided on an ISO date. */
  decisions?: readonly Happening[] | undefined;
}

interface Place {
  /** First month of the plot, and the one after its last. */
  domain: readonly [Month, Month];
  /** From where to where the plot reaches, and the right end of the drawing; in units of the drawing. */
  range: readonly [number, number];
  edge: number;
}

/** Annotations and decisions as notes where they happened. */
export function placeHappenings({ annotations = [], decisions = [] }: Happenings, { domain, range, edge }: Place) {
  const scale = (month: number) => range[0] + ((month - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0]);
  const placed = ({ date, label }: Happening) => ({ x: scale(monthFraction(date)), label });
  const decided = decisions.map((decision) => ({ ...placed(decision), isDecision: true }));
  return placeNotes([...annotations.map(placed), ...decided], range, edge);
}
