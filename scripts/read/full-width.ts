const WIDE = /[！-～￥\u3000]/g;

/** From a full-width form of ASCII to the plain one. */
const STEP = "！".charCodeAt(0) - "!".charCodeAt(0);

const OTHERS: Readonly<Record<string, string>> = { "￥": "¥", "\u3000": " " };

/** Writes full-width letters, digits and signs, as Chinese input methods give them, in their plain forms; all else stays as it is. */
export const withoutFullWidth = (text: string): string =>
  text.replace(WIDE, (sign) => OTHERS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - STEP));
