import { listed, nearest } from "../../src/core/errors.ts";
import { visible } from "../../src/core/visible.ts";
import type { IdleWords } from "../../src/data/export-reports.ts";
import type { Remarked } from "../stage/file-report.ts";
import type { StagedTable } from "../stage/stage-table.ts";
import { pathText } from "../tools/checked.ts";
import type { Yaml } from "../tools/yaml.ts";

type Sought = Remarked["sought"][number];

/** A word of `sources.yaml` that no record has, so that it does nothing. */
export interface IdleWord extends Pick<Sought, "entry" | "path"> {
  /** Id of the table. */
  table: string;
  word: string;
  /** What records have in its place and how often: first what is most like it, then the most frequent. */
  there: readonly (readonly [text: string, count: number])[];
}

/** Texts that a message names. */
const SHOWN = 5;

/** Words of conditions that no record of any file has. One below `values` may wait for its time, and counts only where a text is there that it may have been meant to be. */
export const idleWords = (tables: readonly StagedTable[]): IdleWord[] =>
  tables.flatMap(({ table, files }) => {
    const sought = files.flatMap(({ remarked }) => remarked.sought);
    return [...Map.groupBy(sought, ({ entry, path }) => [...entry, ...path].join("\0")).values()].flatMap((alike) =>
      idleAmong(table.id, together(alike)),
    );
  });

/** What files have in the same column. */
function together(alike: readonly Sought[]): Sought {
  const texts = new Map<string, number>();
  for (const [text, count] of alike.flatMap((each) => [...each.texts])) texts.set(text, (texts.get(text) ?? 0) + count);
  return { ...(alike[0] as Sought), words: [...new Set(alike.flatMap(({ words }) => words))], texts };
}

function idleAmong(table: string, { entry, path, words, texts }: Sought): IdleWord[] {
  const others = [...texts].filter(([text]) => !words.includes(text)).sort(([, a], [, b]) => b - a);
  const idle = texts.size === 0 ? [] : words.filter((word) => !texts.has(word));
  return idle.flatMap((word) => {
    const near = nearest(
      word,
      others.map(([text]) => text),
    );
    if (near === undefined && path[0] === "values") return [];
    return [
      { table, entry, path, word, there: [...others.filter(([text]) => text === near), ...others.filter(([text]) => text !== near)] },
    ];
  });
}

/** How many words of each setting are idle, as it is published: neither the words nor what records have, which may be persons. */
export const publishedIdleWords = (idle: readonly IdleWord[]): IdleWords[] =>
  [...Map.groupBy(idle, ({ entry, path }) => [...entry, ...path].join("\0")).values()].map((alike) => {
    const { table, path } = alike[0] as IdleWord;
    return { table, setting: path[0] ?? "", column: path.at(-1) ?? "", words: alike.length };
  });

const shown = (text: string): { zh: string; en: string } =>
  text === "" ? { zh: "空白", en: "a blank" } : { zh: visible(text), en: visible(text) };

/** What the build says of idle words, each with its line of `sources.yaml`; nothing without any. */
export function remarkOnIdleWords(idle: readonly IdleWord[], lineOf: Yaml["lineOf"]): string[] {
  if (idle.length === 0) return [];
  return [
    `sources.yaml 中没有任何记录用到的词，不起作用：${idle.length} 个 · words of sources.yaml that no record has, so that they do nothing: ${idle.length}`,
    ...idle.flatMap(({ entry, path, word, there }) => {
      const place = [...entry, ...path];
      const line = lineOf(place);
      const counts = (language: "zh" | "en") =>
        listed(
          there.map(([text, count]) => `${count.toLocaleString("en")} × ${shown(text)[language]}`),
          SHOWN,
        );
      return [
        `  sources.yaml${line === undefined ? "" : `:${line}`} ${pathText(place)}: ${shown(word).zh}；记录中为 ${counts("zh") || "无"}`,
        `    ${shown(word).en}; records have ${counts("en") || "nothing else"}`,
      ];
    }),
  ];
}
