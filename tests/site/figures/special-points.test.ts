import { describe, expect, test } from "vitest";
import { figureFor } from "../../../src/site/all-kinds.ts";
import { byTurns, type History, historySite } from "../history-site.ts";
import { pageFor } from "../tiny-site.ts";

/** The trend of a wait of some days a month, about the third quarter of 2026, in which three months are over and a fourth is not. */
function trendOf(days: History, locale: "zh" | "en" = "en") {
  const figure = figureFor(pageFor({}, locale, historySite({ days })), "trend wait");
  if (!figure) throw new Error("no figure");
  const tips = figure.marks().filter(({ lines }) => lines.some((line) => /rule: |规则：/.test(line)));
  return { notes: figure.notes, tips, dots: figure.draw({ id: "it" }).querySelectorAll(".signal circle").length };
}

const jump = byTurns(3, 3.4, (monthsAgo) => (monthsAgo >= 0 && monthsAgo < 3 ? 9 : null));

describe("the points of a trend that stand out", () => {
  test("say in their tips by which rule, and which rule of the XmR chart they break", () => {
    const { tips, dots } = trendOf(jump);
    expect([tips.map(({ name }) => name), dots]).toEqual([["Jul 2026", "Aug 2026", "Sep 2026"], 3]);
    expect(tips[2]?.lines.at(-1)).toMatch(
      /^Verdict: 2026 Q3, .*9\.0\sdays.*; rule: the last 3 months against the two years before; XmR: one point outside the usual range$/,
    );
  });

  test("name a change of level as one", () => {
    const { tips } = trendOf(byTurns(3, 3.4, (monthsAgo) => (monthsAgo >= 0 && monthsAgo < 6 ? 9 : null)));
    expect(tips.length).toBe(6);
    expect(tips[0]?.lines.some((line) => line.includes("rule: the level changed and has held"))).toBe(true);
  });

  test.each([
    ["en", "Large dots: beyond chance; hollow dots: unfinished"],
    ["zh", "大圆点：超出偶然；空心点：未完结"],
  ] as const)("are explained below the drawing, as hollow ones are, in %s", (locale, line) => {
    expect(trendOf(jump, locale).notes).toContain(line);
  });

  test("are none where nothing happens, and then nothing is said of them", () => {
    const { notes, tips, dots } = trendOf(byTurns(3, 3.4));
    expect([notes, tips, dots]).toEqual([["Hollow dots: unfinished"], [], 0]);
  });
});
