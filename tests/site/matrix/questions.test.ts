import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../src/core/periods.ts";
import { questionsOf } from "../../../src/site/matrix/questions.ts";
import { MATRIX_SITE, matrixPage, SLOWED_SITE, siteWithout, type Told } from "../matrix-site.ts";

const asked = (told: Told = {}) => questionsOf(matrixPage(told));
const textsOf = (told: Told = {}) => asked(told).map(({ text }) => text.replaceAll("\u00a0", " "));
const within = (department: string): Told => ({ within: { department: [department] } });

describe("questionsOf(page)", () => {
  test("asks the department to talk to what its data leave open", () => {
    expect(textsOf({ site: SLOWED_SITE, locale: "zh" })).toEqual([
      "等待分派为什么从 2.0 增到 5.0 工作小时？",
      "东区 30 件中 18 件超时：缺人还是派错？",
      "5 件逾期由谁跟？",
    ]);
    expect(textsOf({ site: SLOWED_SITE })).toEqual([
      "Why did the time waiting to be assigned grow from 2.0 to 5.0 working hours?",
      "East missed 18 of 30: too few people, or sent to the wrong ones?",
      "Who follows up the 5 that are overdue?",
    ]);
  });

  test("leads to where the answers stand", () => {
    expect(asked({ site: SLOWED_SITE }).map(({ href }) => href.replace(/^.*?en/, ""))).toEqual([
      "/departments/rnd/#clock",
      "/metrics/sla-attainment/?department=rnd&request_type=technical_support&promise=first_response#sla-attainment-by-region",
      "/departments/rnd/#open",
    ]);
  });

  test("takes along what the reader selected", () => {
    const selection = { period: parsePeriod("2026-08") };
    expect(asked({ selection })[0]?.href).toContain("?period=2026-08&department=rnd&");
  });

  test("asks the department that the page is about", () => {
    expect(textsOf(within("rnd"))).toEqual(textsOf());
    expect(textsOf(within("marketing"))).toEqual([]);
  });

  test("asks nothing of a step that takes as long as ever, nor where others missed as much", () => {
    expect(textsOf({ selection: { filters: { region: ["east"] } } })).toEqual(["Who follows up the 5 that are overdue?"]);
  });

  test.each<[string, Told]>([
    ["every promise was kept", { selection: { filters: { region: ["south"] } } }],
    ["the department promised nothing", within("finance")],
    ["the exports are missing", { site: siteWithout("promises", "open_requests", "resolutions") }],
  ])("asks nothing where %s", (_, told) => {
    expect(textsOf(told)).toEqual([]);
  });

  test("does without metrics that the site lacks", () => {
    const kept = ["sla-attainment"];
    const site = { ...MATRIX_SITE, metrics: MATRIX_SITE.metrics.filter(({ id }) => kept.includes(id)) };
    expect(textsOf({ site })).toEqual(["East missed 18 of 30: too few people, or sent to the wrong ones?"]);
  });
});
