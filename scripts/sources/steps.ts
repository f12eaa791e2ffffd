import type { z } from "zod";
import type { Step } from "./step.ts";
import { constant } from "./steps/constant.ts";
import { dropRows } from "./steps/drop-rows.ts";
import { fillDown } from "./steps/fill-down.ts";
import { lookup } from "./steps/lookup.ts";
import { prefix } from "./steps/prefix.ts";
import { sheetColumn } from "./steps/sheet-column.ts";
import { split } from "./steps/split.ts";
import { spread } from "./steps/spread.ts";
import { unpivot } from "./steps/unpivot.ts";
import { where } from "./steps/where.ts";

/** The steps between a file and its table, by their keys in `sources.yaml`, in the order in which they are taken. */
export const STEPS = {
  drop_rows: dropRows,
  fill_down: fillDown,
  spread,
  split,
  unpivot,
  sheet_column: sheetColumn,
  lookup,
  constant,
  where,
  prefix,
};

type Steps = typeof STEPS;
type SettingOf<S> = S extends Step<infer T> ? T : never;

/** What `sources.yaml` says of each step that it asks for. */
export type StepSettings = { [Key in keyof Steps]?: SettingOf<Steps[Key]> | undefined };

export const stepSettings = Object.fromEntries(Object.entries(STEPS).map(([key, { setting }]) => [key, setting.optional()])) as {
  [Key in keyof Steps]: z.ZodOptional<z.ZodType<SettingOf<Steps[Key]>>>;
};
