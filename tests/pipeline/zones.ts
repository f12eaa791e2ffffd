/** Time zones of a build machine, far apart, and their minutes behind Greenwich on the first day of 1970. */
export const ZONES = [
  ["America/New_York", 300],
  ["Pacific/Kiritimati", 640],
  ["UTC", 0],
] as const;
