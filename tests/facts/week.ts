import type { z } from "zod";
import { type WorkingWeek, workingWeek } from "../../src/core/working-week.ts";
import { spans, workingWeekSchema } from "../../src/data/working-week.ts";

/** `working_hours` and `working_week` as site.yaml writes them; by default eight hours from Monday to Friday. */
export interface GivenWeek {
  hours?: string[] | undefined;
  week?: z.input<typeof workingWeekSchema> | undefined;
}

export const weekOf = ({ hours = ["09:00-12:00", "13:00-18:00"], week = {} }: GivenWeek = {}): WorkingWeek =>
  workingWeek({ working_hours: spans.parse(hours), working_week: workingWeekSchema.parse(week) });
