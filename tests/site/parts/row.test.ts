import { describe, expect, test } from "vitest";
import type { Selection } from "../../../src/core/selection.ts";
import { livePart } from "../../../src/site/all-kinds.ts";
import { EAST_AND_WEST, pageFor, scope } from "../tiny-site.ts";

const partIn = (spec: string, selection: Partial<Selection> = {}) => livePart(pageFor(selection), spec);

describe("a cell of a metric's row", () => {
  test.each([
    ["row.change orders", { text: "+40", raw: expect.any(Number) }],
    ["row.change absent", { text: "–" }],
    [
      "row.state orders",
      { text: "▲ Special this period, better", tone: "better", title: "Sep 2026, at 60, is above the usual 20 a month", raw: 0 },
    ],
    ["row.state score", { text: "… Not clear yet", tone: undefined, title: expect.stringMatching(/^too /), raw: 4 }],
    ["row.target orders", { text: "met 90", title: "Target 90, target met", tone: undefined, raw: 1 }],
    ["row.target wait", { text: "missed 3.5\u00a0days", title: "Target 3.5\u00a0days, target missed", tone: "missed", raw: 0 }],
    ["row.target score", { text: "–", title: expect.any(String) }],
    ["row.carried wait", { text: "mix: West", title: expect.stringMatching(/^Mostly a shift in mix: /) }],
    ["row.carried score", { text: "", title: "" }],
  ])("%s says %j", (spec, said) => {
    expect(partIn(spec)).toEqual(said);
  });

  test("says briefly who carried a signal, and in a sentence behind it", () => {
    expect(partIn("row.carried orders")).toEqual({ text: "East +41", title: "Mostly orders in East (+41)." });
  });

  test("gives the largest difference against its usual variation the largest number to sort by", () => {
    const [orders, wait] = ["orders", "wait"].map((id) => partIn(`row.change ${id}`));
    const raw = (part: typeof orders) => (part && "text" in part ? (part.raw ?? 0) : 0);
    expect(raw(orders)).toBeGreaterThan(raw(wait));
  });

  test("has no difference and no verdict where the period is not over", () => {
    expect(partIn("row.change orders", scope("2026Q4"))).toMatchObject({ text: "–" });
    expect(partIn("row.state orders", scope("2026Q4"))).toMatchObject({ text: "–" });
  });

  test("says of two that a reader compares whether they differ", () => {
    expect(partIn("row.state orders", EAST_AND_WEST)).toMatchObject({ text: expect.stringMatching(/chance|little history/) });
  });
});

describe("the line of a row", () => {
  const drawn = (selection: Partial<Selection> = {}) => {
    const part = partIn("row.course orders", selection);
    if (!("drawing" in part)) throw new Error("no drawing");
    return part.drawing;
  };
  const pointsOf = (svg: SVGElement) => svg.querySelector(".line path")?.getAttribute("d")?.match(/[ML]/g)?.length;

  test("shows two years without the month that is not over, and marks the period", () => {
    expect([pointsOf(drawn()), drawn().querySelectorAll(".hollow, .unfinished").length]).toEqual([24, 0]);
    expect(drawn().querySelectorAll(".period-mark line")).toHaveLength(1);
  });

  test("has the target of its last month", () => {
    expect(drawn().querySelectorAll(".target line").length).toBeLessThanOrEqual(1);
  });
});

describe("what an opened row says", () => {
  test("leaves out the sentence that its page begins with, and says who carried the change", () => {
    const page = pageFor();
    const conclusion = livePart(page, "topic.conclusion response");
    expect(conclusion).toMatchObject({ text: expect.stringMatching(/^Orders rose to 100/) });
    expect(partIn("row.finding orders")).toMatchObject({ text: expect.not.stringContaining("Orders rose to 100") });
    expect(partIn("row.finding orders")).toMatchObject({ text: "Mostly orders in East (+41)." });
  });
});

describe("the order of a topic's rows", () => {
  test("is by signal, then by how unlikely a change is by chance", () => {
    const part = partIn("topic.order response");
    expect("order" in part && part.order[0]).toBe("orders");
  });

  test("has no metric that means something by its members only", () => {
    const all = pageFor()
      .site.metrics.filter(({ topic }) => topic === "response")
      .map(({ id }) => id);
    const part = partIn("topic.order response");
    expect("order" in part && part.order.toSorted()).toEqual(all.toSorted());
  });
});
