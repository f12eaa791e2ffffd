import { tzOffset } from "@date-fns/tz/tzOffset";
import { wallClock } from "../read/company-clock.ts";
import { yearFirstTime } from "../read/date-forms.ts";
import { someOf } from "./column-profile.ts";
import type { Draft } from "./draft.ts";
import { doubt, finding, type Remark } from "./remark.ts";

/** The zone of clocks that exports in Chinese are taken to be of, unless they say otherwise. */
const USUAL_ZONE = "Asia/Shanghai";

/** Zones that are tried, one for each way of keeping time: of those that keep the same, that of most companies. */
const ZONES = [
  ...[USUAL_ZONE, "Asia/Tokyo", "Asia/Kolkata", "Asia/Dubai", "Asia/Bangkok", "Australia/Sydney", "Pacific/Auckland"],
  ...["Europe/London", "Europe/Berlin", "Europe/Helsinki", "Europe/Moscow"],
  ...["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo", "UTC"],
];

/** A time of day with a zone behind it. */
const ZONED = /\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)$/i;

const readInstant = yearFirstTime(wallClock("UTC"));

/** The time zone of a company, as far as the forms of its times say it, and what is to be said of that. */
export interface ZoneFound {
  zone: string;
  remark: Remark | null;
}

/** Finds the zone in which a company keeps its clocks. Nothing is said of it where exports in Chinese have no times of day. */
export function zoneOf(drafts: readonly Draft[], isChinese: boolean): ZoneFound {
  const times = drafts.flatMap(timesIn);
  const zoned = times.flatMap((text) => {
    const written = ZONED.exec(text)?.[1];
    const instant = written === undefined ? null : readInstant(text);
    return written === undefined || instant === null ? [] : [{ instant, offset: minutesOf(written) }];
  });
  if (times.length === 0)
    return {
      zone: USUAL_ZONE,
      remark: isChinese ? null : doubt(AT, "导出里没有中文,时区对吗", "no export is in Chinese: is this the time zone"),
    };
  if (zoned.length === 0) return { zone: USUAL_ZONE, remark: unzoned(isChinese) };
  const offsets = [...new Set(zoned.map(({ offset }) => offset))].sort((a, b) => a - b);
  if (offsets.every((offset) => offset === 0)) return { zone: USUAL_ZONE, remark: inUtc() };
  const zone = ZONES.find((each) => zoned.every(({ instant, offset }) => tzOffset(each, new Date(instant)) === offset));
  const written = offsets.map(offsetText).join(", ");
  return { zone: zone ?? USUAL_ZONE, remark: zone ? inZone(zone, written) : inSeveral(written) };
}

function timesIn({ table, columns }: Draft): string[] {
  const moments = [...columns].filter(([name]) => table.columns[name]?.kind === "timestamp" || table.columns[name]?.kind === "date");
  return moments.flatMap(([, { profile }]) => someOf(profile, 200).filter((text) => /\d:\d\d/.test(text)));
}

function minutesOf(written: string): number {
  if (/^z$/i.test(written)) return 0;
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(written) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

const offsetText = (offset: number) => {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, "0"));
  return `${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
};

const AT = ["time_zone"];

const unzoned = (isChinese: boolean) =>
  isChinese
    ? finding(
        AT,
        "导出里的时间没有写时区,就当公司时钟的时间",
        "times in the exports have no zone, and are taken to be of the company's clocks",
      )
    : doubt(
        AT,
        "导出里没有中文,时间也没有写时区,就当公司时钟的时间:时区对吗",
        "times in the exports have no zone, and are taken to be of the company's clocks: is this the time zone",
      );

const inUtc = () =>
  doubt(
    AT,
    `导出里的时间以 UTC 写成(Z 或 +00:00),换算成 ${USUAL_ZONE} 的时钟:公司在这个时区吗`,
    `times in the exports are in UTC (Z or +00:00), and are shown as clocks in ${USUAL_ZONE} showed them: is the company there`,
  );

const inZone = (zone: string, written: string) =>
  (zone === USUAL_ZONE ? finding : doubt)(
    AT,
    `导出里的时间写有 ${written},所以取 ${zone};没有写时区的,就当公司时钟的时间`,
    `times in the exports have ${written}, as clocks in ${zone} do; those without a zone are taken to be of the company's clocks`,
  );

const inSeveral = (written: string) =>
  doubt(
    AT,
    `导出里的时间写有 ${written},不是同一个时区,一律换算成 ${USUAL_ZONE} 的时钟:公司在哪个时区`,
    `times in the exports have ${written}, which no one zone keeps, and are shown as clocks in ${USUAL_ZONE} showed them: in which zone is the company`,
  );
