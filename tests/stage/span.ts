import { daysOf } from "../../scripts/stage/day-counts.ts";
import type { Days } from "../../scripts/stage/span.ts";
import { isoOf } from "../../src/core/days.ts";

/** The ISO days that have records. */
export const daysIn = ({ counts }: Days): string[] => daysOf(counts).map(isoOf);
