import type { Day } from "../stage/day-counts.ts";

const DAY = 86_400_000;

export const isoOf = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

export const dayOf = (iso: string): Day => Date.parse(iso) / DAY;
