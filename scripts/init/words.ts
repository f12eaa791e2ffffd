import { join } from "node:path";
import { z } from "zod";
import { checked } from "../tools/checked.ts";
import { ROOT } from "../tools/settings.ts";
import { readYaml } from "../tools/yaml.ts";

const words = z.array(z.string().min(1)).min(1);

const wordsSchema = z.strictObject({
  /** Table → words that say of a record among others that it is one of the table's. */
  records: z.record(z.string(), words),
  /** Table → column → value of the contract, "" for none → what says it. */
  values: z.record(z.string(), z.record(z.string(), z.record(z.string(), words))),
  /** Table → column → columns whose header holds it where none is called after it, the best first. */
  stand_ins: z.record(z.string(), z.record(z.string(), words)),
  /** Tables whose records may have no number, each row being one. */
  numbered: words,
  /** Tables that no file is taken for, since they share those of another. */
  beside: words,
  /** Table → columns without any of which it shows no metric, and the table that takes its files then, where they have one of some columns of that. */
  instead: z.record(z.string(), z.strictObject({ without: words, take: z.string(), with: words })),
  /** Table → states of records that were refused, which are an end as others. */
  refused: z.record(z.string(), words),
  /** Table → states of records that do not count. */
  not_counted: z.record(z.string(), words),
  /** Which of those of orders say that one was cancelled. */
  cancelled: words,
  /** Headers of flags that say that a record does not count. */
  voided: words,
  /** Headers of the time at which a record no longer counted. */
  voided_at: words,
  /** Headers of flags that say that a record is there twice. */
  duplicate: words,
  /** What headers of amounts say in which tax is. */
  with_tax: words,
  /** What headers of amounts say in which no tax is. */
  without_tax: words,
  /** Headers of the tax that is in an amount. */
  tax: words,
  /** What headers of amounts say that are in the company's own currency, and of those that are in that of the document. */
  local_currency: words,
  document_currency: words,
  /** Table → column → which event of a log is the moment, by groups of states or events of which the first that occurs counts. */
  moments: z.record(
    z.string(),
    z.record(z.string(), z.strictObject({ take: z.enum(["first", "last", "while", "since"]), words: z.array(words).min(1) })),
  ),
  /** Table → column → the columns whose times are of it where a state says so, by the words of its moment. */
  endings: z.record(z.string(), z.record(z.string(), words)),
  /** Headers of a log of events: of when it happened, of the state after it, of what happened; and of when a record was last changed. */
  log: z.strictObject({ at: words, state: words, updated: words, event: words }),
  /** Lists of versions: table → column of the time at which its records came out; headers of their day; words, or the header of a flag, that say that one is out. */
  versions: z.strictObject({ of: z.record(z.string(), z.string()), day: words, released: words }),
  /** Fields of a history of changes whose change is one of what records ask for. */
  scopes: words,
  /** Headers of the days of a week, Monday first, and of the first or last day of a week. */
  weeks: z.strictObject({ days: z.array(words).length(7), starts: words, ends: words }),
  /** Columns that names of sheets may hold, the likeliest first, and how such names end. */
  sheets: z.array(z.strictObject({ columns: words, ends: words })),
  /** Headers of columns of labels, and labels that say of which kind a request is. */
  labels: z.strictObject({ headers: words, kinds: words }),
  /** Headers of quantities and of unit prices. */
  priced: z.strictObject({ quantity: words, price: words }),
  /** Scales of answers, each from the least favourable to the most. */
  answers: z.array(words.min(2)),
  /** What says that nothing is there: wherever it stands, and where the other values of a column are numbers, days or times. */
  blank: z.strictObject({ always: words, among_values: words }),
  /** What says that nothing was answered. */
  unanswered: words,
});

/** What values usually mean, whatever system wrote them. */
export type Words = z.infer<typeof wordsSchema>;

/** Reads `words.yaml`. Throws where it cannot be used, with the place. */
export function loadWords(file = join(ROOT, "scripts/init/words.yaml")): Words {
  return checked(wordsSchema, readYaml(file));
}
