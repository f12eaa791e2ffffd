import type { Text } from "../../src/core/text.ts";
import type { FileForm } from "./forms-of-files.ts";
import type { SheetProfile } from "./sheet-profile.ts";
import { nameOf } from "./what-is.ts";

/** A file, or a sheet of one, that feeds no table. */
export interface Unused {
  name: string;
  why: Text;
  /** What was found of it; null where it could not be read, or holds nothing. */
  sheet: SheetProfile | null;
  /** Whether it is one file, or sheet, which records of others may be joined to. */
  isOne: boolean;
}

/** A form of files that feeds no table. */
export const unusedForm = (form: FileForm, why: Text): Unused => ({
  ...{ name: nameOf(form), why, sheet: form.whole, isOne: form.sheets.length === 1 },
});
