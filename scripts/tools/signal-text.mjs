/** Why a program was ended by a signal rather than of itself, as far as the signal shows. */
const REASONS = {
  SIGABRT: "Node gave up, most often for want of memory (NODE_OPTIONS=--max-old-space-size=8192 gives it more)",
  SIGKILL: "it was killed, by hand or by a system that had no memory left",
};

/**
 * `scripts/data.ts was ended by SIGKILL: it was killed, …`
 * @param {string} program
 * @param {string} signal
 */
export const signalText = (program, signal) => {
  const reason = Object.entries(REASONS).find(([name]) => name === signal)?.[1];
  return `${program} was ended by ${signal}${reason ? `: ${reason}` : ""}`;
};
