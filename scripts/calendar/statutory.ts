import { LunarDay, SolarDay, SolarTerm } from "tyme4ts";
import { dayOf, isoOf } from "../../src/core/days.ts";
import type { Text } from "../../src/core/text.ts";

/** The first year for which the rules are as they are here. */
export const FIRST_STATUTORY_YEAR = 2025;

/** Day 0 of `Day`. */
const EPOCH = SolarDay.fromYmd(1970, 1, 1);

const isoOfSolar = (day: SolarDay): string => isoOf(day.subtract(EPOCH));

/** The ISO day of a day of the lunar year. */
const lunar = (year: number, month: number, day: number): string => isoOfSolar(LunarDay.fromYmd(year, month, day).getSolarDay());

/** The ISO day on which the lunar year begins that falls mostly into a year. */
export const lunarNewYear = (year: number): string => lunar(year, 1, 1);

const from = (first: string, days: number): string[] => Array.from({ length: days }, (_, i) => isoOf(dayOf(first) + i));

interface Festival extends Text {
  /** Its days off in a year, as ISO days. */
  days: (year: number) => readonly string[];
}

const FESTIVALS: readonly Festival[] = [
  { zh: "元旦", en: "New Year's Day", days: (year) => [`${year}-01-01`] },
  // the eve and the first three days of the lunar year
  { zh: "春节", en: "Spring Festival", days: (year) => from(isoOf(dayOf(lunarNewYear(year)) - 1), 4) },
  { zh: "清明节", en: "Qingming Festival", days: (year) => [isoOfSolar(SolarTerm.fromName(year, "清明").getSolarDay())] },
  { zh: "劳动节", en: "Labour Day", days: (year) => from(`${year}-05-01`, 2) },
  { zh: "端午节", en: "Dragon Boat Festival", days: (year) => [lunar(year, 5, 5)] },
  { zh: "中秋节", en: "Mid-Autumn Festival", days: (year) => [lunar(year, 8, 15)] },
  { zh: "国庆节", en: "National Day", days: (year) => from(`${year}-10-01`, 3) },
];

/**
 * The thirteen statutory days off of a year from 2025 on, by ISO day, in their order, each with its festival; twelve where Mid-Autumn falls within National Day.
 * They follow article 2 of 《全国年节及纪念日放假办法》 (Regulation on Public Holidays for National Annual Festivals and Memorial Days), as the State
 * Council revised it on 10 November 2024 (Decree 795, in force from 1 January 2025). Days moved to make longer holidays, and the weekends that make up
 * for them, are in the yearly notice only. Solar terms and lunar days are those of Beijing, computed without the machine's clock or zone.
 */
export function statutoryDays(year: number): ReadonlyMap<string, Text> {
  const days = FESTIVALS.flatMap(({ zh, en, days: daysIn }) => daysIn(year).map((day) => ({ day, zh, en })));
  const byDay = [...Map.groupBy(days, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  const named = (festivals: readonly Text[], locale: "zh" | "en") => festivals.map((festival) => festival[locale]);
  return new Map(byDay.map(([day, found]) => [day, { zh: named(found, "zh").join("、"), en: named(found, "en").join(", ") }]));
}
