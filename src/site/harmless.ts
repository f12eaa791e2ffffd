/** Text that a spreadsheet would run as a formula is led by an apostrophe. */
export const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);
