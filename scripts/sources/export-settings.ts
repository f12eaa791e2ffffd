import { z } from "zod";
import { RHYTHMS } from "../../src/core/rhythms.ts";
import { text } from "../../src/data/text.ts";
import { isDateForm } from "../read/date-forms.ts";
import { fileSettings } from "../read/files.ts";
import { gatherSettings } from "./gathering.ts";
import { repeatSettings } from "./repeats.ts";
import { scalar } from "./scalar.ts";
import { stepSettings } from "./steps.ts";

/** What means missing where nothing else is said. */
export const MISSING: readonly string[] = ["", "-", "N/A", "NULL", "无"];

const dateForm = z.string().refine(isDateForm, 'a date form such as "YYYY-MM-DD", "YYYY年M月D日", "DD/MM/YY h:mm A", "excel" or "epoch"');

/** What defaults may say for every export that does not say otherwise. */
const shared = {
  /** How often it is exported again. */
  rhythm: z.enum(RHYTHMS),
  /** Headers that are not used on purpose, or all the `rest`. */
  ignore: z.union([z.literal("rest"), z.array(z.string())]),
  /** What means missing, besides an empty cell. */
  missing: z.array(z.string()),
  /** Share of the records that may be rejected, 0 to 1. */
  max_rejected: z.number().min(0).max(1),
};

export type Shared = z.infer<z.ZodObject<typeof shared>>;

export const defaultsSchema = z.strictObject({
  rhythm: shared.rhythm.optional(),
  ignore: shared.ignore.default([]),
  missing: shared.missing.default([...MISSING]),
  max_rejected: shared.max_rejected.default(0.01),
});

export type Defaults = z.infer<typeof defaultsSchema>;

/** What `sources.yaml` says of a table. */
export const exportSchema = z.strictObject({
  /** Paths or globs, relative to the data folder. */
  files: z.union([z.string(), z.array(z.string()).min(1)]).transform((files) => [files].flat()),
  /** The system it comes from, as readers know it: one name, or one in each language. */
  system: z.union([
    z
      .string()
      .min(1)
      .transform((name) => ({ zh: name, en: name })),
    text,
  ]),
  ...z.object(shared).partial().shape,
  ...fileSettings,
  /** Contract column → the header of the export; a column that is left out has the same name. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Contract column → value in the export → value in the contract. */
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  /** Of CSV files: what separates whole numbers from their fraction; thousands are grouped by the other one. */
  decimal: z.enum([".", ","]).default("."),
  /** Contract column → what its numbers are to be multiplied by, such as 10000 where the export has ten thousands of yuan. */
  scale: z.record(z.string(), z.number().positive()).default({}),
  /** Contract column, or the header that `keep` names → the forms in which its dates are written. */
  dates: z.record(z.string(), z.array(dateForm).min(1)).default({}),
  ...repeatSettings,
  ...stepSettings,
  ...gatherSettings,
});

/** What is said of an export. */
export type Given = z.infer<typeof exportSchema>;
