const SEPARATORS = ["/", "-", "."];

const NUMBERED = SEPARATORS.flatMap((s) => [`D${s}M${s}YYYY`, `M${s}D${s}YYYY`, `D${s}M${s}YY`, `M${s}D${s}YY`]);
const NAMED = ["D-MMM-YYYY", "D/MMM/YYYY", "D MMM YYYY", "D-MMM-YY", "D/MMM/YY", "D MMM YY", "MMM D, YYYY", "MMM D YYYY"];
const YEAR_FIRST = ["YYYY-M-D", "YYYY/M/D", "YYYY.M.D", "YYYY年M月D日", "YYYYMMDD"];
const CLOCKS = [
  "",
  " H:mm",
  " H:mm:ss",
  " H:mm:ss.SSS",
  " h:mm A",
  " h:mm:ss A",
  ", H:mm",
  ", h:mm A",
  "TH:mm:ss",
  " H:mm Z",
  " H:mm:ss Z",
];

/** Forms in which exports write days and times, without those that are numbers alone. */
export const USUAL_FORMS: readonly string[] = [...NUMBERED, ...NAMED, ...YEAR_FIRST].flatMap((day) =>
  CLOCKS.map((time) => `${day}${time}`),
);
