import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begunUntil, daysMissing, parseLasting } from "../../scripts/facts/finished.ts";
import { isoOf } from "../../src/core/days.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const UNTIL = "2026-06-30";
const DAY = 20_454; // 2026-01-01
const END = 20_634; // UNTIL

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.engine.close());

/** Two requests for every day: one is resolved a day later, the other after so many. */
const requests = (days: number) =>
  Array.from({ length: END - DAY }, (_, i) => i + DAY).flatMap((day) => [
    { opened_at: `${isoOf(day)} 09:00`, resolved_at: `${isoOf(day + 1)} 10:00` },
    { opened_at: `${isoOf(day)} 09:00`, resolved_at: `${isoOf(day + days)} 10:00` },
  ]);

type Request = { opened_at: string; resolved_at: string | null };

const isOver = ({ resolved_at }: Request) => resolved_at !== null && resolved_at.slice(0, 10) <= UNTIL;

describe("daysMissing(engine, lasting, until)", () => {
  const missingOf = async (service_requests: readonly Request[]) => {
    await workshop.stage({ service_requests });
    return daysMissing(workshop.engine, parseLasting("staging.service_requests.opened_at to resolved_at", "waits"), UNTIL);
  };

  test("is the time in which 99 of 100 end where only those that have ended are exported", async () => {
    expect(await missingOf(requests(30).filter(isOver))).toBe(30);
  });

  test("is the same where one among many was left open", async () => {
    const many = [...requests(30), ...requests(30)].filter(isOver);
    expect(await missingOf([...many, { opened_at: "2026-03-01 09:00", resolved_at: null }])).toBe(30);
  });

  test.each<[string, readonly Request[]]>([
    [
      "some of many go on",
      [
        ...requests(30).filter(isOver),
        ...requests(30)
          .slice(-5)
          .map((each) => ({ ...each, resolved_at: null })),
      ],
    ],
    ["a case ends only after the last day of the data", requests(30)],
    ["cases are so short that none may go on", requests(2).filter(isOver)],
    [
      "no case began any more while all were followed to their end",
      requests(30).filter(({ opened_at }) => opened_at <= "2026-05-30 10:00"),
    ],
    ["there are none", []],
  ])("is 0 where %s", async (_, given) => {
    expect(await missingOf(given)).toBe(0);
  });
});

test("begunUntil(engine, lasting, until) is the day of the last beginning before an unusual silence, else the last of the data", async () => {
  const deals = Array.from({ length: 40 }, (_, i) => ({
    deal_id: `D-${i}`,
    opened_on: isoOf(DAY + 2 * i),
    closed_on: UNTIL,
    outcome: "won",
  }));
  const lasting = parseLasting("staging.deals.opened_on to closed_on", "open_deals");
  await workshop.stage({ deals });
  const found = ["2026-03-29", UNTIL].map((until) => begunUntil(workshop.engine, lasting, until));
  expect(await Promise.all(found)).toEqual(["2026-03-29", "2026-03-20"]);
});

test("parseLasting(line) refuses another form", () => {
  expect(() => parseLasting("requests.opened_on", "waits")).toThrow(
    'waits.sql: expected "-- cases last: facts.requests.opened_on to closed_on", found requests.opened_on',
  );
});
