import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import iconv from "iconv-lite";

/** A record as the export writes it. */
export interface CsvRecord {
  fields: readonly string[];
  /** Written as it is, without the quotes that it needs. */
  isUnquoted?: boolean;
}

export interface CsvForm {
  encoding?: "utf-8" | "gb18030" | "gbk" | "utf-16le";
  hasBom?: boolean;
  delimiter?: string;
  newline?: "\n" | "\r\n";
}

const AT_ONCE = 5_000;

/** Writes records one batch at a time, so that there may be many. Returns how many there were, without the header. */
export function writeCsv(path: string, records: Iterable<CsvRecord>, form: CsvForm): number {
  const file = openSync(path, "w");
  const put = (text: string) => writeSync(file, iconv.encode(text, form.encoding ?? "utf-8"));
  let count = -1;
  let batch: string[] = form.hasBom ? ["\uFEFF"] : [];
  for (const record of records) {
    count++;
    if (batch.push(lineOf(record, form)) >= AT_ONCE) {
      put(batch.join(""));
      batch = [];
    }
  }
  put(batch.join(""));
  closeSync(file);
  return count;
}

function lineOf({ fields, isUnquoted }: CsvRecord, { delimiter = ",", newline = "\n" }: CsvForm): string {
  return isUnquoted ? fields.join(delimiter) + newline : stringify([fields], { delimiter, record_delimiter: newline });
}
