import type { snapshots as Snapshots } from "../zh/snapshots.ts";

export const snapshots: typeof Snapshots = {
  frozen: {
    label: "Frozen snapshot",
    period: "The frozen period",
    name: (period, version) => `${period} · version ${version}`,
    provisional: "Provisional: the period was not over, or exports did not reach its end",
    day: (day) => `frozen on ${day}`,
    seal: (digits) => `seal ${digits}`,
    short: (address) => `short address: ${address}`,
    frozenAs: (snapshot, address) => `frozen as ${snapshot}: ${address}`,
    review: "Review",
    newer: "A newer version of this period",
    versions: "All versions, and what changed since",
    live: "Live page",
  },
  snapshots: {
    title: "Frozen quarters",
    description: "All pages of a quarter or a year as they were frozen; not a byte of them changes.",
    snapshot: "Period and version",
    asOf: "Data up to",
    day: "Frozen on",
    note: "Note",
    changed: "Figures restated since",
    seal: "Seal",
    files: "Files",
    provisional: "provisional",
    checked:
      "In the folder of each version, sha256sum -c sha256.txt checks every file, with no other program. The seal is computed from data, definitions and all snapshots before, and stands on every page of the version.",
  },
};
