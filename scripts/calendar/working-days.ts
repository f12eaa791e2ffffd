import { columnFromArray, dateDay, int32, type Table, tableFromColumns } from "@uwdata/flechette";
import { minutesWorked, type WorkingSpan } from "../../src/core/working-hours.ts";
import type { CompanyDays } from "./company-days.ts";

const MINUTES = Array.from({ length: 24 * 60 + 1 }, (_, minute) => minute);

const minutesOf = (spans: readonly WorkingSpan[]): number => minutesWorked(spans, 24 * 60);

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

const numbersOf = (values: readonly number[]) => columnFromArray(values as number[], int32());

const daysOf = (days: readonly string[]) =>
  columnFromArray(
    days.map((day) => new Date(day)),
    dateDay(),
  );

/** The tables of a working calendar, by name. */
export interface WorkingTables {
  /** One row per day: `day`, its `schedule`, `minutes` (working minutes) and `minutes_before` (those since the first day, up to this one). */
  working_days: Table;
  /** One row per schedule and minute of a day, 0 to 1439, and one, 1440, for its end: `schedule`, `minute`, and `worked`, the working minutes before it. */
  working_minutes: Table;
  /** All working time in equal slots, none of which lies in two days: `number`, the first being 1, and `day`. Where all working days are alike, a slot is a day. */
  working_slots: Table;
  /** One row: `minutes` of a full working day, and `slot_minutes` of a slot. */
  working_day: Table;
}

/** The tables of the days of a company whose full working day has some spans. */
export function workingTables({ days }: Pick<CompanyDays, "days">, full: readonly WorkingSpan[]): WorkingTables {
  const schedules = [...new Map([[], full, ...days.map(({ spans }) => spans)].map((spans) => [JSON.stringify(spans), spans])).entries()];
  const places = new Map(schedules.map(([key], place) => [key, place]));
  const slot = schedules.reduce((divisor, [, spans]) => greatestDivisor(divisor, minutesOf(spans)), 0);
  const minutes = days.map(({ spans }) => minutesOf(spans));
  let worked = 0;
  const before = minutes.map((own) => {
    worked += own;
    return worked - own;
  });
  const slots = days.flatMap(({ day }, place) => Array<string>((minutes[place] as number) / slot).fill(day));
  return {
    working_days: tableFromColumns({
      day: daysOf(days.map(({ day }) => day)),
      schedule: numbersOf(days.map(({ spans }) => places.get(JSON.stringify(spans)) as number)),
      minutes: numbersOf(minutes),
      minutes_before: numbersOf(before),
    }),
    working_minutes: tableFromColumns({
      schedule: numbersOf(schedules.flatMap((_, place) => MINUTES.map(() => place))),
      minute: numbersOf(schedules.flatMap(() => MINUTES)),
      worked: numbersOf(schedules.flatMap(([, spans]) => MINUTES.map((minute) => minutesWorked(spans, minute)))),
    }),
    working_slots: tableFromColumns({ number: numbersOf(slots.map((_, i) => i + 1)), day: daysOf(slots) }),
    working_day: tableFromColumns({ minutes: numbersOf([minutesOf(full)]), slot_minutes: numbersOf([slot]) }),
  };
}
