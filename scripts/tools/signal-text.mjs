/** Why a program was ended by a signal rather than of itself, as far as the signal shows. */
const REASONS = {
  SIGABRT: {
    zh: "Node 放弃了，多半是内存不够",
    en: "Node gave up, most often for want of memory (NODE_OPTIONS=--max-old-space-size=8192 gives it more)",
  },
  SIGKILL: { zh: "被人终止，或系统没有内存了", en: "it was killed, by hand or by a system that had no memory left" },
};

/**
 * `被人终止，或系统没有内存了 · scripts/data.ts was ended by SIGKILL: it was killed, …`
 * @param {string} program
 * @param {string} signal
 */
export const signalText = (program, signal) => {
  const reason = Object.entries(REASONS).find(([name]) => name === signal)?.[1];
  return `${reason?.zh ?? "被系统信号终止"} · ${program} was ended by ${signal}${reason ? `: ${reason.en}` : ""}`;
};
