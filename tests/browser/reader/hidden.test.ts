import { describe, expect } from "vitest";
import { words as en } from "../../../src/i18n/en/words.ts";
import { answers, liveFigure, tableOf } from "../support/interactive.ts";
import { tipLines } from "../support/marks.ts";
import { test } from "../support/site.ts";

describe("a group that is hidden", () => {
  const HIDDEN = ["finance", "hr", "sales_ops"];
  const SURVEYED = "process-satisfaction";

  test.for([
    "",
    "period=2026",
    "period=2026Q2",
    "side=support",
    "item=process_clear",
    "department=finance",
    "department=hr,finance&split=department",
  ])("stays hidden when ?%s is selected", async (query, { open }) => {
    const page = await answers(await open(`en/metrics/${SURVEYED}/?${query}`));
    const rows = await tableOf(page, `${SURVEYED}-by-department`);
    const hidden = rows.filter(([member]) => HIDDEN.includes(member?.raw ?? ""));
    expect(hidden.length).toBeGreaterThan(0);
    const shown = hidden.map(([, now, , change, n]) => [now, change, n].map((cell) => cell?.raw ?? cell?.text));
    expect(shown).toEqual(hidden.map(() => [en.hidden, en.missing, en.hidden]));
    await liveFigure(page, `${SURVEYED}-by-department`);
    const names = hidden.map(([member]) => member?.text ?? "");
    const named: string[] = [];
    for (const _ of rows) {
      await page.keyboard.press("ArrowDown");
      const [name = "", value, ...others] = await tipLines(page);
      if (!names.some((each) => name.startsWith(each))) continue;
      expect([name, value, others.filter((line) => /^(?:n =|Change)/.test(line))]).toEqual([name, en.hidden, []]);
      named.push(name);
    }
    expect(named).toHaveLength(hidden.length);
  });
});
