/** Characters that show nothing, so that ids which differ only in them look the same: control, format and filler characters, line separators. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}]/gu;

/** With four bytes a character this is still the name of a folder everywhere. */
const MOST = 60;

const FORM = /^(?!.*\p{DI})[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Whether an id may stand in an address, as the name of a folder and in a list apart by blanks. */
export const isAddressId = (id: string): boolean => FORM.test(id) && [...id].length <= MOST && !DEVICE.test(id);

/** The id most like another that may stand in an address. */
export function nearestAddressId(id: string): string {
  const plain = id
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replace(/^[^\p{L}\p{N}]+/u, "");
  const near = [...plain]
    .slice(0, MOST)
    .join("")
    .replace(/[-_]+$/, "");
  return DEVICE.test(near) ? `${near}-1` : near || "unit-1";
}

/** What a message expects in place of an id that cannot stand in an address. */
export const expectedAddressId = (id: string): string =>
  DEVICE.test(id)
    ? `an id that Windows does not keep for a device, such as ${nearestAddressId(id)}`
    : `an id that can stand in an address (letters, digits, - and _, at most ${MOST}), such as ${nearestAddressId(id)}`;

/** Ids with one address are one to some file systems, or to the parts of a page. */
export const addressOf = (id: string): string => id.normalize("NFKC").toLowerCase().replaceAll("_", "-");
