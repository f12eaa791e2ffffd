import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { SURVEY_SCALE, type SurveyScale } from "../../src/core/survey-scale.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { surveyScaleSchema } from "../../src/data/survey-scale.ts";
import { checked } from "../tools/checked.ts";

/** Where the record lies in a data folder. */
export const RECORD = "published/survey.json";

const cells = z.strictObject({
  /** Columns that distinguish the cells. */
  by: z.array(z.string()),
  /** Columns of the cube without the month; `people` are behind a cell, `people_seen` in all its publications, added up. */
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))),
});

const quarter = z.strictObject({
  /** Groups that are shown only as part of a pool. */
  pools: z.array(z.strictObject({ side: z.string(), department: z.string(), pool: z.string() })),
  /** The cells of each fact of the survey. */
  facts: z.record(z.string(), cells),
});

/** What was published of the survey, quarter by quarter: nothing that the pages of these quarters did not show. */
export const surveyRecord = z.strictObject({
  version: z.literal(1),
  /** Whose survey it is: the company's Chinese name in `site.yaml`. */
  company: z.string(),
  /** `minimum_group` under which all of it was published. */
  minimum_group: z.int().min(2),
  /** `survey_scale` on which all of it was answered; records that older builds wrote say none. */
  survey_scale: surveyScaleSchema,
  quarters: z.record(z.string().regex(/^\d{4}Q[1-4]$/, "a quarter such as 2026Q3"), quarter),
});

export type SurveyRecord = z.infer<typeof surveyRecord>;
export type PublishedQuarter = z.infer<typeof quarter>;
export type PublishedCells = z.infer<typeof cells>;

export const emptyRecord = (minimum: number, company = "", scale: SurveyScale = SURVEY_SCALE): SurveyRecord => ({
  ...{ version: 1, company, minimum_group: minimum, survey_scale: scale },
  quarters: {},
});

function parseRecord(file: string, text: string): SurveyRecord {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new Error(
      `只由构建写入的文件读不了 · cannot read ${file}, which the build alone writes: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
  return checked(surveyRecord, { file, value: given, lineOf: () => undefined });
}

function textOf(dataDir: string): string | null {
  try {
    return readFileSync(join(dataDir, RECORD), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** What was published before, and what the build says of it. */
interface ReadRecord {
  record: SurveyRecord;
  remarks: string[];
}

/**
 * The record of a data folder; empty where nothing was published yet, or only by another company, as in a copy of the sample's folder.
 * Throws when it was published with another minimum, or of a survey on another scale.
 */
export function readRecord(
  dataDir: string,
  { company, minimum_group: minimum, survey_scale: scale }: Pick<SiteConfig, "company" | "minimum_group" | "survey_scale">,
): ReadRecord {
  const text = textOf(dataDir);
  const empty = emptyRecord(minimum, company.zh, scale);
  const record = text === null ? empty : parseRecord(join(dataDir, RECORD), text);
  if (record.company !== company.zh)
    return {
      record: empty,
      remarks: [
        `发布记录属于另一家公司，问卷当作首次发布 · ${RECORD} is of ${record.company}; the survey of ${company.zh} is published for the first time`,
      ],
    };
  const [change] = changedSettings(record, empty);
  if (change === undefined) return { record, remarks: [] };
  throw new Error(
    [
      `设置与问卷已发布时不同 · ${change.setting} in site.yaml is ${change.now}; ${join(dataDir, RECORD)} was published with ${change.before}`,
      `  请改回去；删除该文件则各季度重新发布，留有旧页面的人可以两相比减 · set it back, or remove the file to publish every quarter again: who kept earlier pages can then subtract one from the other`,
    ].join("\n"),
  );
}

const scaleText = ({ least, most, favourable }: SurveyScale) => `${least} to ${most}, favourable from ${favourable}`;

/** The settings under which a record was published that are not what they were. */
function changedSettings(before: SurveyRecord, now: SurveyRecord) {
  const settings = [
    { setting: "minimum_group", before: String(before.minimum_group), now: String(now.minimum_group) },
    { setting: "survey_scale", before: scaleText(before.survey_scale), now: scaleText(now.survey_scale) },
  ];
  return settings.filter((each) => each.before !== each.now);
}

/** A quarter a line, so that a new one is a new line. */
function written({ quarters, ...head }: SurveyRecord): string {
  const lines = Object.entries(quarters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, published]) => `${JSON.stringify(id)}: ${JSON.stringify(published)}`);
  return `${JSON.stringify(head).slice(0, -1)}, "quarters": {\n${lines.join(",\n")}\n}}\n`;
}

/**
 * Keeps what was published, in one rename and only where it changed; to be called when all else of a build is in its place.
 * Throws when the data folder cannot be written, since the next build could not protect what this one shows.
 */
export function writeRecord(dataDir: string, record: SurveyRecord): void {
  const [file, text] = [join(dataDir, RECORD), written(record)];
  try {
    const before = textOf(dataDir);
    if (before === text || (before === null && Object.keys(record.quarters).length === 0)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause;
    throw new Error(
      `写不了问卷的发布记录 · cannot write ${file}, without which later builds could give away late answers to the survey: ${why}`,
      { cause },
    );
  }
}
