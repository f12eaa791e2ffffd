import { SPACE } from "../format.ts";
import type { Forms, MonthOfYear, UnitForms } from "../forms.ts";

const monthOfYear = ({ year, month }: MonthOfYear) => `${year} 年 ${month} 月`;

const onScale = (least: number, most: number): UnitForms => ({ label: `分（${least}–${most}）`, suffix: "分", ends: [least, most] });

/** How Chinese is written. */
export const forms: Forms = {
  scales: [
    { from: 1e8, size: 1e8, suffix: `${SPACE}亿` },
    { from: 1e4, size: 1e4, suffix: `${SPACE}万` },
  ],
  // 万 go on to 9,999
  wholeFrom: 999.95,
  units: {
    days: { label: "天" },
    hours: { label: "小时" },
    working_days: { label: "工作日", suffix: "个工作日" },
    working_hours: { label: "工作小时" },
    share: { label: "%", change: "个百分点" },
    cny: { label: "元" },
    count: { label: "个", suffix: "" },
    score: onScale(1, 5),
    rating: onScale(1, 5),
    points: { label: "分" },
    ratio: { label: "每件", suffix: "" },
  },
  money: (digits) => digits,
  inCurrency: (code) => ({
    unit: { label: new Intl.DisplayNames("zh", { type: "currency" }).of(code) ?? code },
    money: (digits) => digits,
  }),
  onScale,
  // a unit stands close to the 万 that it counts
  withUnit: (digits, unit) => digits + (/[万亿]$/.test(digits) ? "" : SPACE) + unit,
  scaledUnit: (label, { suffix }) => suffix.trim() + label,
  month: (month) => `${month}月`,
  year: (year) => `${year} 年`,
  fiscalYear: (year) => `${year} 财年`,
  monthOfYear,
  months: (from, to) => `${monthOfYear(from)}–${from.year === to.year ? `${to.month} 月` : monthOfYear(to)}`,
  day: (year, month, day) => `${year} 年 ${month} 月 ${day} 日`,
  soFar: (period) => `${period}至今`,
  titled: (subject, detail) => `${subject}：${detail}`,
  noted: (name, note) => `${name}（${note}）`,
  between: { clauses: "，", sentences: "", parts: "；", names: "、" },
};
