import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overAnsweredQuarters } from "../../scripts/protect/invitations.ts";
import { emptyRecord, RECORD, readRecord, type SurveyRecord, writeRecord } from "../../scripts/protect/record.ts";
import { SURVEY_SCALE } from "../../src/core/survey-scale.ts";
import { openWorkshop, type Workshop } from "../facts/workshop.ts";
import { answers, invite, publishSurvey, scores } from "./survey-builds.ts";

const COMPANY = { zh: "甲公司", en: "Company A" };
const site = (minimum_group: number, survey_scale = SURVEY_SCALE) => ({ minimum_group, survey_scale, company: COMPANY });

const folder = () => mkdtempSync(join(tmpdir(), "tandem-record-"));

const SURVEY = {
  survey: ["service", "legal", "plant"].flatMap((department) => answers(department, "process_clear", scores(8))),
  invited: ["service", "legal", "plant"].map((department) => invite(department, 9)),
};
const ONE_MORE = { ...SURVEY, survey: [...SURVEY.survey, ...answers("legal", "process_clear", [1])] };

let workshop: Workshop;
let published: SurveyRecord;
beforeAll(async () => {
  workshop = await openWorkshop();
  published = (await publishSurvey(workshop, SURVEY)).record;
});
afterAll(() => workshop.engine.close());

describe("the record of what was published", () => {
  test("is read as it was written, a quarter a line", () => {
    const dataDir = folder();
    writeRecord(dataDir, { ...published, company: COMPANY.zh });
    expect(readRecord(dataDir, site(5))).toEqual({ record: { ...published, company: COMPANY.zh }, remarks: [] });
    expect(
      readFileSync(join(dataDir, RECORD), "utf8")
        .split("\n")
        .filter((line) => line.startsWith('"2026Q1"')),
    ).toHaveLength(1);
    expect(readdirSync(join(dataDir, "published"))).toEqual(["survey.json"]);
  });

  test("is empty where nothing was published, and then not written", () => {
    const dataDir = folder();
    expect(readRecord(dataDir, site(5))).toEqual({ record: emptyRecord(5, COMPANY.zh), remarks: [] });
    writeRecord(dataDir, emptyRecord(5));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  const withText = (text: string) => {
    const dataDir = folder();
    mkdirSync(join(dataDir, "published"));
    writeFileSync(join(dataDir, RECORD), text);
    return () => readRecord(dataDir, site(5));
  };

  test.each([
    ["is cut", '{"version":1,', / · cannot read .*published\/survey\.json, which the build alone writes: /],
    [
      "has a quarter that is none",
      JSON.stringify({ ...emptyRecord(5), quarters: { Q1: {} } }),
      /survey\.json cannot be used\n {2}survey\.json quarters/,
    ],
    ["is of another version", JSON.stringify({ ...emptyRecord(5), version: 2 }), /version: [\s\S]*found 2/],
    [
      "was published with another minimum",
      JSON.stringify(emptyRecord(8, COMPANY.zh)),
      /^设置与问卷已发布时不同 · minimum_group in site\.yaml is 5; .*survey\.json was published with 8\n/,
    ],
  ])("is refused with its name when it %s", (_, text, message) => {
    expect(withText(text)).toThrow(message);
  });

  test("is of one scale: of another it stops the build", () => {
    const dataDir = folder();
    writeRecord(dataDir, { ...published, company: COMPANY.zh });
    const ofTen = site(5, { least: 0, most: 10, favourable: 9 });
    expect(() => readRecord(dataDir, ofTen)).toThrow(
      /^设置与问卷已发布时不同 · survey_scale in site\.yaml is 0 to 10, favourable from 9; .*survey\.json was published with 1 to 5, favourable from 4\n/,
    );
    expect(() => readRecord(dataDir, site(5, { ...SURVEY_SCALE, favourable: 5 }))).toThrow(
      /^设置与问卷已发布时不同 · survey_scale in site\.yaml is 1 to 5, favourable from 5;/,
    );
  });

  test("of an older build, which says no scale, is of 1 to 5", () => {
    const dataDir = folder();
    const { survey_scale: _, ...older } = { ...published, company: COMPANY.zh };
    mkdirSync(join(dataDir, "published"));
    writeFileSync(join(dataDir, RECORD), JSON.stringify(older));
    expect(readRecord(dataDir, site(5)).record).toEqual({ ...published, company: COMPANY.zh });
    expect(() => readRecord(dataDir, site(5, { least: 1, most: 4, favourable: 3 }))).toThrow(
      /^设置与问卷已发布时不同 · survey_scale in site\.yaml is 1 to 4/,
    );
  });

  test("is another company's in a copy of its folder, and binds nobody", () => {
    const dataDir = folder();
    writeRecord(dataDir, { ...published, company: "示例公司" });
    expect(readRecord(dataDir, site(8))).toEqual({
      record: emptyRecord(8, COMPANY.zh),
      remarks: [
        "发布记录属于另一家公司，问卷当作首次发布 · published/survey.json is of 示例公司; the survey of 甲公司 is published for the first time",
      ],
    });
  });

  test("stops the build when it cannot be written, since nothing would protect the next one", () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "published"), "");
    expect(() => writeRecord(dataDir, published)).toThrow(/cannot write .*published\/survey\.json, without which later builds/);
  });
});

/** The record with its cells of answers changed. */
function changed(
  change: (cells: SurveyRecord["quarters"][string]["facts"][string]) => SurveyRecord["quarters"][string]["facts"][string],
): SurveyRecord {
  const quarter = published.quarters["2026Q1"];
  const cells = quarter?.facts["survey_answers"];
  if (!quarter || !cells) throw new Error("the quarter was not published");
  return { ...published, quarters: { "2026Q1": { ...quarter, facts: { ...quarter.facts, survey_answers: change(cells) } } } };
}

/** The record of a build whose metrics did not ask for some columns. */
const lacking = (...names: string[]) =>
  changed(({ by, columns, rows }) => ({
    by,
    columns: columns.filter((each) => !names.includes(each)),
    rows: rows.map((row) => row.filter((_, i) => !names.includes(columns[i] ?? ""))),
  }));

describe("overAnsweredQuarters", () => {
  const quartersOf = async (invited: number) => {
    await workshop.stage({ survey: SURVEY.survey, survey_invitations: SURVEY.invited.map((row) => ({ ...row, invited })) });
    return overAnsweredQuarters(workshop.engine, new Set(["survey", "survey_invitations"]));
  };

  test("names a quarter in which more people answered an item than were invited, by people and not by answers", async () => {
    expect([await quartersOf(8), await quartersOf(7)]).toEqual([[], ["2026Q1"]]);
  });

  test("names one in which people answered of a department that was not invited", async () => {
    await workshop.stage({ survey: SURVEY.survey, survey_invitations: SURVEY.invited.slice(1) });
    expect(await overAnsweredQuarters(workshop.engine, new Set(["survey", "survey_invitations"]))).toEqual(["2026Q1"]);
  });
});

describe("a quarter that was published for other metrics", () => {
  test("gains a column while its answers are the same", async () => {
    const built = await publishSurvey(workshop, SURVEY, lacking("sum_score__is_process"));
    expect([built.heldBack, built.record]).toEqual([[], published]);
  });

  test("gains the figures of all answers, of which it had only those by flag", async () => {
    const built = await publishSurvey(workshop, SURVEY, lacking("sum_score", "count_score"));
    expect([built.heldBack, built.record]).toEqual([[], published]);
  });

  test("is held back where an answer changed from one side's to the other's, though the sums of all are the same", async () => {
    const flags = published.quarters["2026Q1"]?.facts["survey_answers"]?.columns.filter((name) => name.includes("__is_"));
    expect(flags?.some((name) => name.endsWith("__is_favourable"))).toBe(true);
    const swapped = changed(({ by, columns, rows }) => {
      const at = columns.findIndex((name) => name.endsWith("__is_favourable"));
      return { by, columns, rows: rows.map((row, i) => (i === 0 ? row.map((value, j) => (j === at ? Number(value) + 1 : value)) : row)) };
    });
    expect((await publishSurvey(workshop, SURVEY, swapped)).heldBack).not.toEqual([]);
  });

  test("cannot gain one when they are not", async () => {
    await expect(publishSurvey(workshop, ONE_MORE, lacking("sum_score__is_process"))).rejects.toThrow(
      "the survey of 2026Q1 was published without sum_score__is_process (fact survey_answers), and its answers have changed since",
    );
  });

  test.each([
    ["it was of none", "not_stated"],
    ["it was of the other", "mechanism"],
  ])("shows an item by its aspect where %s", async (_, aspect) => {
    const otherwise = await publishSurvey(workshop, { ...SURVEY, items: [{ item: "process_clear", aspect }] });
    expect(otherwise.record).not.toEqual(published);
    const built = await publishSurvey(workshop, SURVEY, otherwise.record);
    expect([built.heldBack, built.record]).toEqual([[], published]);
  });

  test("loses a column that nothing asks for any more", async () => {
    const wider = changed(({ by, columns, rows }) => ({ by, columns: [...columns, "sum_stars"], rows: rows.map((row) => [...row, 1]) }));
    expect((await publishSurvey(workshop, SURVEY, wider)).record).toEqual(published);
    expect((await publishSurvey(workshop, ONE_MORE, wider)).record).toEqual(published);
  });

  test("cannot be compared when it was broken down otherwise", async () => {
    const otherwise = changed((cells) => ({ ...cells, by: ["side", "pool", "is_hidden"] }));
    await expect(publishSurvey(workshop, SURVEY, otherwise)).rejects.toThrow(
      "the survey of 2026Q1 was published by side, pool, is_hidden, and metrics now",
    );
  });
});
