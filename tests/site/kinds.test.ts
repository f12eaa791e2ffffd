import { describe, expect, test } from "vitest";
import { figureFor, figuresFor, livePart, metricsOf } from "../../src/site/all-kinds.ts";
import { specWithin } from "../../src/site/spec.ts";
import { MATRIX_SITE, matrixPage } from "./matrix-site.ts";

const page = matrixPage();
const lackingOf = (...ids: string[]) =>
  matrixPage({ site: { ...MATRIX_SITE, metrics: MATRIX_SITE.metrics.filter(({ id }) => !ids.includes(id)) } });

describe("a figure", () => {
  test("within a part of the company has an id of its own", () => {
    const idOf = (spec: string) => figureFor(page, spec)?.id;
    expect(idOf("trend sla-attainment")).toBe("sla-attainment-trend");
    expect(idOf(specWithin("trend sla-attainment", { department: "rnd" }))).toBe("sla-attainment-trend-rnd");
    expect(idOf(specWithin("trend sla-attainment", { request_type: ["custom_plan", "hiring"] }))).toBe(
      "sla-attainment-trend-custom-plan-hiring",
    );
  });

  test("is of the part of a part that its page is within", () => {
    const east = matrixPage({ within: { region: ["east"] } });
    expect(figureFor(east, "trend sla-attainment @department=rnd")?.page.within).toEqual({ region: ["east"], department: ["rnd"] });
  });

  test("is missing where the site lacks a metric that it needs", () => {
    expect(figuresFor(page, ["clock", "trend sla-attainment"])).toHaveLength(2);
    const without = lackingOf("hours-to-response");
    expect(figuresFor(without, ["clock", "trend sla-attainment"]).map(({ spec }) => spec)).toEqual(["trend sla-attainment"]);
  });

  test.each([
    ["gauge sla-attainment", "unknown kind: gauge"],
    ["brakdown sla-attainment region", "unknown kind: brakdown; did you mean breakdown?"],
    ["breakdown sla-attainment", "breakdown takes metric, dimension; found sla-attainment"],
    ["clock rnd", "clock takes nothing; found rnd"],
  ])("of %j is refused", (spec, message) => {
    expect(() => figureFor(page, spec)).toThrow(message);
  });
});

describe("a live part", () => {
  test("has no words where the site lacks a metric that it needs", () => {
    expect(livePart(page, "matrix.open")).not.toEqual({ text: "" });
    expect(livePart(lackingOf("open-requests"), "matrix.open")).toEqual({ text: "" });
  });

  test("does without metrics that only add to what it says", () => {
    const [whole, without] = [page, lackingOf("overdue-requests", "amount-lost-to-delay")].map((each) => livePart(each, "matrix.talk"));
    expect(without).not.toEqual({ text: "" });
    expect(without).not.toEqual(whole);
  });

  test("of no member keeps nothing rather than all", () => {
    expect(livePart(page, specWithin("metric.value open-requests", { request_type: [] }))).toMatchObject({ text: "0" });
  });
});

describe("metricsOf(site, spec)", () => {
  test.each([
    ["clock", ["hours-to-assignment", "hours-to-response", "hours-to-resolution"]],
    ["breakdown sla-attainment region", ["sla-attainment"]],
    ["metric.value open-requests", ["open-requests"]],
    ["goals.table", []],
  ])("of %j", (spec, ids) => {
    expect(metricsOf(MATRIX_SITE, spec).map(({ id }) => id)).toEqual(ids);
  });
});
