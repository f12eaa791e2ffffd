import { withoutFullWidth } from "./full-width.ts";

const WEEKDAY = "(?:周|星期|礼拜)?[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?";

/** What stands above all days of a month, where they have two header rows. */
const GROUP = "日期|工时|出勤|每日工时|dates?|days?|hours|(?:\\d{4}年)?\\d{1,2}月份?";

const DAY = new RegExp(`^(?:(?:${GROUP}|${WEEKDAY}) )?(?<day>0?[1-9]|[12]\\d|3[01]) ?[日号]?(?: ?[(（]?(?:${WEEKDAY})[)）]?)?$`, "i");

const ONLY_WEEKDAY = new RegExp(`^[(（]?(?:${WEEKDAY})[)）]?$`, "i");

/** The day of a month that a header says, be it of whatever month: `1日`, `1`, `01`, `1号`, `1 (Mon)`, `Mon 1`, `日期 1`; null where it says none. */
export function dayOfMonth(header: string): number | null {
  const day = DAY.exec(withoutFullWidth(header).trim())?.groups?.["day"];
  return day === undefined ? null : Number(day);
}

/** Whether a cell is a day of the week: `一`, `周一`, `Mon`. */
export const isWeekday = (cell: string): boolean => ONLY_WEEKDAY.test(cell.trim());
