/** What was expected where nothing more has to be known to say it. */
type PlainCode =
  | "value"
  | "number"
  | "whole-number"
  | "flag"
  | "quarter"
  | "period"
  | "list"
  | "identifier"
  | "whole-quotes"
  | "separator-after-quote"
  | "closing-quote"
  | "no-nul"
  | "json-object"
  | "no-error"
  | "calculated";

/** What a column names. */
type Moment = "day" | "time";

/** A column that depends on what another one has; columns are named by their ids. */
interface Dependence {
  column: string;
  on: string;
}

/** Why something was not taken, as data: a code that names what was expected, and what has to be known to say it. */
export type Reason =
  | { code: PlainCode }
  | { code: "at-least"; min: number }
  | { code: "at-most" | "whole-up-to" | "exact-identifier"; max: number }
  | { code: "date" | "time"; forms: readonly string[] }
  | { code: "one-of"; values: readonly string[] }
  /** `to` is a `table.column`, `where` says which of its rows count. */
  | { code: "reference"; to: string; where?: { column: string; is: string } | undefined }
  /** `by` is the column, or the header, whose value says which record of a key counts. */
  | { code: "unique-key"; by?: string | undefined }
  | { code: "not-before"; moment: Moment; columns: readonly string[] }
  | { code: "not-after"; moment: Moment; column: string }
  | { code: "no-more-than"; column: string }
  | ({ code: "only-with" } & Dependence)
  | ({ code: "exactly-when" | "only-when" | "unless"; is: string } & Dependence)
  | { code: "not-both"; columns: readonly [string, string] }
  /** `month` is that of the rate that is missing. */
  | { code: "rate"; month: string }
  /** `name` is a zone by letters. */
  | { code: "zone"; name: string }
  /** The ends of the scale of the survey. */
  | { code: "scale"; least: number; most: number }
  /** `column` is a header of the other file. */
  | { code: "looked-up"; file: string; column: string }
  | { code: "fields"; count: number }
  | { code: "encoding"; encoding: string };

export type ReasonCode = Reason["code"];
