import { expect, test } from "vitest";
import { momentOf } from "../../scripts/sample/calendar.ts";
import { chineseDate, excelSerial, fullWidth, percent, slashed, slashedTime, tenThousands, yuan } from "../../scripts/sample/text.ts";
import { dayOf } from "../../src/core/days.ts";

const day = dayOf("2024-03-05");

test.each([
  [slashed(day), "2024/3/5"],
  [chineseDate(day), "2024年3月5日"],
  [slashedTime(momentOf(day, 14 * 60 + 5)), "2024/3/5 14:05"],
  [slashedTime(null), ""],
  [excelSerial(day), "45356"],
  [yuan(1234.5), "¥1,234.50"],
  [tenThousands(32_000), "3.2万"],
  [percent(0.125), "12.5%"],
  [fullWidth("128"), "１２８"],
])("exports write %s", (written, expected) => {
  expect(written).toBe(expected);
});
