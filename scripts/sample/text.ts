import { isoOf } from "../../src/core/days.ts";
import type { Day, Moment } from "./calendar.ts";

const partsOf = (day: Day) => isoOf(day).split("-").map(Number) as [number, number, number];

/** `2024/3/5` */
export const slashed = (day: Day): string => partsOf(day).join("/");

/** `2024年3月5日` */
export function chineseDate(day: Day): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** `2024/3/5 14:05`, empty for what has not happened. */
export function slashedTime(moment: Moment | null): string {
  if (moment === null) return "";
  const [day, time] = new Date(moment).toISOString().split("T") as [string, string];
  return `${day.split("-").map(Number).join("/")} ${time.slice(0, 5)}`;
}

const EXCEL_EPOCH = 25_569;

/** The serial number of a day in Excel: `45356` is 2024-03-05. */
export const excelSerial = (day: Day): string => String(day + EXCEL_EPOCH);

/** `¥1,234.50` */
export const yuan = (amount: number): string =>
  `¥${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** `3.2万` */
export const tenThousands = (amount: number): string => `${amount / 10_000}万`;

/** `12.5%` */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** `１２８` */
export const fullWidth = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

export const yesNo = (flag: boolean): string => (flag ? "是" : "否");

/** Empty for what is not known. */
export const plain = (value: number | string | null): string => (value === null ? "" : String(value));
