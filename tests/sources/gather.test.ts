import { describe, expect, test } from "vitest";
import { bothOf, type DataError } from "../../src/core/errors.ts";
import { dataFolder, stageFolder } from "../stage/folder.ts";

/** Stages visits of one or two logs; gives rows and what became of the records of each file. */
async function staged(source: object, files: Record<string, string>, table = "visits") {
  const folder = dataFolder({ [table]: { files: "log*.csv", ...source } }, files);
  const { tables } = await stageFolder(folder);
  const { data, files: reports } = tables.get(table) as NonNullable<ReturnType<typeof tables.get>>;
  return {
    rows: data.toArray() as Record<string, unknown>[],
    counts: reports.map(({ read, accepted, merged, set_aside, rejected }) => ({ read, accepted, merged, set_aside, rejected })),
    reasons: reports.flatMap(({ reasons }) => reasons),
  };
}

const EVENTS = {
  columns: { deal_id: "Ticket", started_at: "opened", ended_at: "done" },
  events: {
    key: "Ticket",
    time: "At",
    columns: {
      opened: { first: "At" },
      done: { last: "At", where: { State: ["Resolved"] } },
      kind: { last: "Group" },
    },
  },
};

const at = (iso: string) => Date.parse(`${iso}Z`);

describe("events", () => {
  const log = [
    "Ticket,At,State,Group",
    "T2,2026-01-03 10:00,New,visit",
    "T1,2026-01-02 09:00,New,call",
    "T1,2026-01-02 12:00,Resolved,",
    "T1,2026-01-04 08:00,New,visit",
    "T1,2026-01-04 18:00,Resolved,visit",
  ];

  test("become one record each of what they are about, by the order of their times", async () => {
    const { rows, counts } = await staged(EVENTS, { "log.csv": `${log.join("\n")}\n` });
    expect(rows).toMatchObject([
      { deal_id: "T2", started_at: at("2026-01-03T10:00"), ended_at: null, kind: "visit" },
      { deal_id: "T1", started_at: at("2026-01-02T09:00"), ended_at: at("2026-01-04T18:00"), kind: "visit" },
    ]);
    expect(counts).toEqual([{ read: 5, accepted: 2, merged: 3, set_aside: 0, rejected: 0 }]);
  });

  test("of one record may stand in several files, whose columns are in other places", async () => {
    const { rows, counts } = await staged(EVENTS, {
      "log-1.csv": `${log.slice(0, 4).join("\n")}\n`,
      "log-2.csv": "Group,State,At,Ticket\nvisit,Resolved,2026-01-05 07:00,T2\n",
    });
    expect(rows[0]).toMatchObject({ deal_id: "T2", ended_at: at("2026-01-05T07:00"), kind: "visit" });
    expect(counts.map(({ read, accepted, merged }) => [read, accepted, merged])).toEqual([
      [3, 2, 1],
      [1, 0, 1],
    ]);
  });

  test("without a key or a time are rejected", async () => {
    const { reasons, counts } = await staged(EVENTS, {
      "log.csv": `${[...log, ",2026-01-01 10:00,New,call", "T3,gestern,New,call"].join("\n")}\n`,
    });
    expect(reasons.map(({ reason, count }) => [reason.code, count])).toEqual([
      ["time", 1],
      ["value", 1],
    ]);
    expect(counts).toMatchObject([{ read: 7, accepted: 2, merged: 3, rejected: 2 }]);
  });

  test("say for how many minutes a state was held before another came, and since when it has been held", async () => {
    const lines = [
      "Ticket,At,State",
      "T1,2026-01-02 09:00,New",
      "T1,2026-01-02 10:00,Waiting",
      "T1,2026-01-02 10:30,Waiting",
      "T1,2026-01-02 11:00:20,New",
      "T1,2026-01-02 12:00,Waiting",
      "T2,2026-01-03 09:00,Waiting",
      "T2,2026-01-03 09:30,New",
    ];
    const waiting = { State: "Waiting" };
    const notesOf = async (note: object) => {
      const events = { key: "Ticket", time: "At", columns: { signed_on: { first: "At" }, note } };
      const { rows } = await staged({ events, columns: { deal_id: "Ticket" } }, { "log.csv": `${lines.join("\n")}\n` }, "deals");
      return rows.map((row) => row["note"]);
    };
    expect(await notesOf({ while: waiting })).toEqual(["60", "30"]);
    expect(await notesOf({ since: waiting })).toEqual(["2026-01-02 12:00", null]);
  });

  test("name all headers that are not there at once", async () => {
    const log = "Ticket,Att,Grup,State\nT1,2026-01-02 09:00,call,x\n";
    await expect(staged(EVENTS, { "log.csv": log })).rejects.toThrow(/log\.csv At: [\s\S]*log\.csv Group: /);
  });

  test("whose header is not there stop the build", async () => {
    await expect(staged(EVENTS, { "log.csv": "Ticket,At,Group,Stat\nT1,2026-01-02 09:00,call,x\n" })).rejects.toThrow(
      "expected the header that sources.yaml names; did you mean Stat?, found no such header",
    );
  });
});

describe("sql", () => {
  const records = "id,day,amount,Label,Label\nD-1,2026-01-02,5,a,x\nD-2,2026-01-03,6,b,y\nD-3,2026-01-04,7,c,\n";

  test("makes the records of a table, and sets aside those that it leaves out", async () => {
    const sql = `select id as deal_id, day as signed_on, 2 * amount::decimal(9,2) as amount_cny, "Label 2" as note, _file, _line
                 from records where "Label" <> 'b' -- the others`;
    const { rows, counts } = await staged({ sql }, { "log.csv": records }, "deals");
    expect(rows).toMatchObject([
      { deal_id: "D-1", amount_cny: 10, note: "x" },
      { deal_id: "D-3", amount_cny: 14, note: null },
    ]);
    expect(counts).toEqual([{ read: 3, accepted: 2, merged: 0, set_aside: 1, rejected: 0 }]);
  });

  test("reads files beside the table's own, and several of its own as one", async () => {
    const source = {
      with: { teams: "teams.csv" },
      sql: "select id as deal_id, day as signed_on, team as note, _file, _line from records left join teams on teams.label = records.Label",
    };
    const files = { "log-1.csv": records, "log-2.csv": "day,id,Label\n2026-01-05,D-4,b\n", "teams.csv": "label,team\nb,North\n" };
    const { rows, counts } = await staged(source, files, "deals");
    expect(rows.map(({ deal_id, note }) => [deal_id, note])).toEqual([
      ["D-1", null],
      ["D-2", "North"],
      ["D-3", null],
      ["D-4", "North"],
    ]);
    expect(counts.map(({ read, accepted }) => [read, accepted])).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });

  test("of a line that a step makes several records of, sets aside as many as it leaves out", async () => {
    const sql = `select person || day as deal_id, '2026-01-0' || day as signed_on, hours as amount_cny, _file, _line
                 from records where hours <> '0'`;
    const source = { unpivot: { columns: ["1", "2", "3"], name: "day", value: "hours" }, sql };
    const { rows, counts } = await staged(source, { "log.csv": "person,1,2,3\nA,4,0,5\nB,6,7,\n" }, "deals");
    expect(rows.map(({ deal_id, amount_cny }) => [deal_id, amount_cny])).toEqual([
      ["A1", 4],
      ["A3", 5],
      ["B1", 6],
      ["B2", 7],
    ]);
    expect(counts).toEqual([{ read: 6, accepted: 4, merged: 0, set_aside: 2, rejected: 0 }]);
  });

  test("may group rows, whose record stands where its first row does", async () => {
    const sql =
      "select any_value(id) as deal_id, min(day) as signed_on, sum(amount::int) as amount_cny, any_value(_file) as _file, min(_line) as _line from records";
    const { rows, counts } = await staged({ sql }, { "log.csv": records }, "deals");
    expect(rows).toMatchObject([{ deal_id: "D-1", amount_cny: 18 }]);
    expect(counts).toMatchObject([{ read: 3, accepted: 1, set_aside: 2 }]);
  });

  test("names the place of what the contract refuses", async () => {
    const sql = "select id as deal_id, day as signed_on, 'x' as amount_cny, _file, _line from records where id = 'D-2'";
    const { reasons, counts } = await staged({ sql }, { "log.csv": records }, "deals");
    expect(reasons).toMatchObject([{ column: "amount_cny", reason: { code: "number" } }]);
    expect(counts).toMatchObject([{ read: 3, set_aside: 2, rejected: 1 }]);
  });

  test.each([
    [
      "a column that is not there",
      "select idd as deal_id, _file, _line from records",
      /exports\.deals\.sql: [\s\S]*expected one that is there; did you mean id\?, found no column idd/,
    ],
    [
      "no place of its rows",
      "select id as deal_id, day as signed_on from records",
      "any_value(_file) as _file, min(_line) as _line, found no _file and no _line",
    ],
    ["a statement that is no SELECT", "drop table records", "expected one SELECT over records"],
    ["two statements", "select 1 as _file, 1 as _line); drop table records; select (1", "expected one SELECT over records"],
    ["a file of the machine", "select * from read_csv('/etc/passwd')", "expected one SELECT over records"],
    [
      "a value that cannot be computed",
      "select id::int as deal_id, day as signed_on, _file, _line from records",
      /exports\.deals\.sql: .*D-1/,
    ],
    ["a row of no record", "select id as deal_id, day as signed_on, _file, 99 as _line from records", "log.csv:99"],
    [
      "a function that is not there",
      "select nofun(id) as deal_id, _file, _line from records",
      /expected one SELECT over records, found .*nofun/,
    ],
  ])("stops at %s", async (_, sql, message) => {
    await expect(staged({ sql }, { "log.csv": records }, "deals")).rejects.toThrow(message);
  });

  test.each<[string, string, readonly string[]]>([
    [
      "columns that are not there, of whatever table, and the lack of a place",
      "select idd as deal_id, r.dy as signed_on, t.tem as note from records r join teams t on t.label = r.Label where amunt > '1'",
      ["no column idd", "no column dy", "no column tem", "no column amunt", "no _file and no _line"],
    ],
    [
      "tables that are not there, and no columns of them",
      "select idd, a.x from recrds a join tems b on a.y = b.y",
      ["no table recrds", "no table tems"],
    ],
  ])("names all %s at once", async (_, sql, expected) => {
    const files = { "log.csv": records, "teams.csv": "label,team\nb,North\n" };
    const error = await staged({ sql, with: { teams: "teams.csv" } }, files, "deals").then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const found = (error as DataError).issues.map((issue) => bothOf(issue.found).en);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});
