import { columnFromArray, int32, type Table, tableFromColumns } from "@uwdata/flechette";
import { minutesWorked, type WorkingSpan } from "../../src/core/working-hours.ts";

const MINUTES = Array.from({ length: 24 * 60 + 1 }, (_, minute) => minute);

/** One row per minute of a working day, 0 to 1439, and one, 1440, for its end: `minute`, and `worked`, the working minutes before it. */
export const workingMinutesTable = (spans: readonly WorkingSpan[]): Table =>
  tableFromColumns({
    minute: columnFromArray(MINUTES, int32()),
    worked: columnFromArray(
      MINUTES.map((minute) => minutesWorked(spans, minute)),
      int32(),
    ),
  });
