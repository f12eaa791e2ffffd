import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Engine } from "../engine/engine.ts";
import type { Layout } from "../read/layout.ts";
import type { Source } from "../sources/sources.ts";
import type { Feed, FeedPart } from "../stage/feed.ts";
import { findFeeds } from "../stage/find-feeds.ts";
import type { Progress } from "../tools/progress.ts";

type Form = Pick<Source, "columns" | "values" | "dates" | "missing">;

interface Options {
  dataDir: string;
  contracts: readonly Table[];
  /** An empty folder for files that are turned into UTF-8. */
  workDir: string;
  progress: Progress;
}

/**
 * Reads the exports with DuckDB's own readers into the tables that staging gives: columns, values, dates and numbers alike.
 * Left out: the checks of structure, contract, key and reference, the text of rejects, hashes. Gives the tables there are.
 */
export async function stageNatively(engine: Engine, { dataDir, contracts, workDir, progress }: Options): Promise<Set<string>> {
  const feeds = await findFeeds(dataDir, contracts);
  for (const feed of feeds) {
    await progress.step(`read ${feed.table.id}`, () => {
      const files = feed.parts.map(({ file, layout }, place) =>
        inUtf8(resolve(dataDir, file), layout, join(workDir, `${feed.table.id}-${place}.csv`)),
      );
      return engine.run(`create table staging.${feed.table.id} as ${stagingSql(feed, files)}`);
    });
  }
  return new Set(feeds.map(({ table }) => table.id));
}

/** A file that DuckDB can read: the file itself, or a copy where it is in an encoding that needs an extension. */
function inUtf8(path: string, layout: Layout, copy: string): string {
  if (layout.format !== "csv" || layout.encoding === "utf-8") return path;
  writeFileSync(copy, new TextDecoder(layout.encoding).decode(readFileSync(path)));
  return copy;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Texts, then words, then values, then the rows in which nothing that is required is missing. */
function stagingSql({ table, sources, parts }: Feed, files: readonly string[]): string {
  const [[form], [{ layout }]] = [sources as [Source], parts as [FeedPart]];
  const isParquet = layout.format === "parquet";
  const list = `[${files.map(quoted).join(", ")}]`;
  const csv = `read_csv(${list}, all_varchar = true, header = true, delim = ${quoted(layout.format === "csv" ? layout.delimiter : ",")}, quote = '"', escape = '"', strict_mode = false, ignore_errors = true)`;
  const columns = Object.entries(table.columns);
  const isTyped = ({ kind }: Column) => isParquet && kind in SQL_TYPES;
  const select = (sqlOf: (name: string, column: Column) => string) =>
    `select ${columns.map(([name, column]) => `${sqlOf(name, column)} as "${name}"`).join(", ")}`;
  const header = (name: string) => `"${form.columns[name] ?? name}"`;
  const kept = columns.filter(([, { required }]) => required).map(([name]) => `"${name}" is not null`);
  return `
    with texts as (${select((name, column) => (isTyped(column) ? header(name) : `trim(${header(name)})`))} from ${isParquet ? `read_parquet(${list})` : csv}),
    words as (${select((name, column) => (isTyped(column) ? castTo(column, `"${name}"`) : wordSql(name, column, form)))} from texts),
    read as (${select((name, column) => (isTyped(column) ? `"${name}"` : valueSql(name, column, form)))} from words)
    select * from read where ${kept.join(" and ") || "true"}`;
}

/** SQL of what an export says; null where that means missing. */
function wordSql(name: string, { kind }: Column, { missing }: Form): string {
  const none = ["", ...(kind === "flag" ? [] : missing)];
  return `case when "${name}" in (${none.map(quoted).join(", ")}) then null else "${name}" end`;
}

const SQL_TYPES: Partial<Record<Column["kind"], string>> = {
  date: "date",
  timestamp: "timestamp",
  integer: "integer",
  number: "double",
  amount: "decimal(18, 4)",
  flag: "boolean",
};

const castTo = ({ kind }: Column, sql: string) => `try_cast(${sql} as ${SQL_TYPES[kind]})`;

/** SQL of a column of the contract from the word of an export; null where the word is none of what it may be. */
function valueSql(name: string, column: Column, { values, dates }: Form): string {
  const word = `"${name}"`;
  const renamed = Object.entries(values[name] ?? {}).map(([from, to]) => `when ${quoted(from)} then ${quoted(to)}`);
  if (renamed.length > 0) return `case ${word} ${renamed.join(" ")} else ${word} end`;
  switch (column.kind) {
    case "date":
    case "timestamp":
      return momentSql(word, column, dates[name] ?? []);
    case "integer":
    case "number":
    case "amount":
      return castTo(column, numberSql(word));
    case "flag":
      return `case when lower(${word}) in ('1', 'true', '是', 'y', '有') then true when lower(${word}) in ('0', 'false', '否', 'n', '无') then false end`;
    default:
      return word;
  }
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "%Y",
  MM: "%m",
  M: "%m",
  DD: "%d",
  D: "%d",
  HH: "%H",
  H: "%H",
  mm: "%M",
  ss: "%S",
};

function momentSql(word: string, column: Column, forms: readonly string[]): string {
  const tries = forms.map((form) =>
    form === "excel"
      ? `date '1899-12-30' + try_cast(${word} as integer)`
      : `try_strptime(${word}, ${quoted(form.replace(/YYYY|MM|M|DD|D|HH|H|mm|ss/g, (token) => TOKENS[token] ?? token))})`,
  );
  return tries.length > 0 ? `coalesce(${tries.map((sql) => castTo(column, sql)).join(", ")})` : castTo(column, word);
}

/** Numbers such as `1234.5`, `¥1,234.50`, `12.5%`, `3.2万`, and in full-width digits. */
function numberSql(word: string): string {
  const narrow = `translate(${word}, '０１２３４５６７８９．，￥％－＋', '0123456789.,¥%-+')`;
  const digits = `try_cast(regexp_replace(${narrow}, '[¥,%万亿]', '', 'g') as double)`;
  const scale = `case right(${narrow}, 1) when '%' then 0.01 when '万' then 1e4 when '亿' then 1e8 else 1 end`;
  return `coalesce(try_cast(${word} as double), ${digits} * ${scale})`;
}
