import { MultiBar, Presets } from "cli-progress";
import stringWidth from "string-width";
import { type Outcome, type Outcomes, shownOutcomes, sumOfOutcomes } from "../../src/core/outcomes.ts";

/** The work that a bar stands for. */
export interface Task {
  /** How far it is: the share that is done, 0 to 1, and the records so far. */
  update: (share: number, records: number) => void;
}

/** What the last table says of a file. */
export interface FileLine extends Outcomes {
  file: string;
  read: number;
  seconds: number;
}

/** Says what is being done and how far it is; a bar on a terminal, a line elsewhere. */
export interface Progress {
  /** Work that knows how far it is. */
  task: <T>(label: string, work: (task: Task) => Promise<T>) => Promise<T>;
  /** Work that does not. */
  step: <T>(label: string, work: () => T | Promise<T>) => Promise<T>;
  /** The table of files at the end, and below it what else to look at, a line each. */
  finish: (files: readonly FileLine[], remarks?: readonly string[]) => void;
}

type Stream = NodeJS.WritableStream & { isTTY?: boolean };

const LABEL_WIDTH = 44;

/** Progress on a stream, by default standard error. */
export function createProgress(stream: Stream = process.stderr): Progress {
  const task = stream.isTTY ? barTask(stream) : lineTask(stream);
  return {
    task,
    step: (label, work) => task(label, async () => work()),
    finish: (files, remarks = []) => stream.write(`${[fileTable(files), ...remarks].join("\n")}\n`),
  };
}

/** Progress that says nothing, for tests and tools. */
export const silentProgress: Progress = {
  task: (_, work) => work({ update: () => undefined }),
  step: async (_, work) => work(),
  finish: () => undefined,
};

function barTask(stream: Stream): Progress["task"] {
  const format = "{label} {bar} {percentage} % {records} {seconds} s";
  let bars: MultiBar | undefined;
  let running = 0;
  return async (label, work) => {
    const started = performance.now();
    const state = (records: number) => ({
      label: padEnd(label, LABEL_WIDTH),
      records: records > 0 ? count(records) : "",
      seconds: secondsSince(started),
    });
    let records = 0;
    bars ??= new MultiBar({ stream, format, barsize: 20, hideCursor: true }, Presets.shades_classic);
    running += 1;
    const bar = bars.create(1, 0, state(0));
    try {
      return await work({
        update: (share, done) => {
          records = done;
          bar.update(share, state(done));
        },
      });
    } finally {
      bar.update(1, state(records));
      running -= 1;
      if (running === 0) {
        bars.stop();
        bars = undefined;
      }
    }
  };
}

function lineTask(stream: Stream): Progress["task"] {
  return async (label, work) => {
    const started = performance.now();
    let records = 0;
    const result = await work({
      update: (_, done) => {
        records = done;
      },
    });
    stream.write(`${label}: ${records > 0 ? `${count(records)} records, ` : ""}${secondsSince(started)} s\n`);
    return result;
  };
}

const count = (value: number) => value.toLocaleString("en");

const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(1);

/** Files, records read and what became of them, and seconds, in columns that line up whatever script the names are in. */
export function fileTable(files: readonly FileLine[]): string {
  const sum = (key: "read" | "seconds") => files.reduce((total, file) => total + file[key], 0);
  const total: FileLine = { file: "total", read: sum("read"), ...sumOfOutcomes(files), seconds: sum("seconds") };
  const shown = shownOutcomes(total);
  const rows = [
    ["file", "read", ...shown.map((outcome) => outcome.replace("_", " ")), "seconds"],
    ...[...files, total].map((line) => cells(line, shown)),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
  return rows.map((row) => row.map((cell, column) => align(cell, column, widths?.[column] ?? 0)).join("  ")).join("\n");
}

const cells = (line: FileLine, shown: readonly Outcome[]) => [
  line.file,
  ...[line.read, ...shown.map((outcome) => line[outcome])].map(count),
  line.seconds.toFixed(1),
];

const align = (cell: string, column: number, width: number) => (column === 0 ? padEnd(cell, width) : padStart(cell, width));

const padEnd = (text: string, width: number) => text + " ".repeat(Math.max(0, width - stringWidth(text)));

const padStart = (text: string, width: number) => " ".repeat(Math.max(0, width - stringWidth(text))) + text;
