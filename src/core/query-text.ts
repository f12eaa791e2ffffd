/** Stands for every member of a dimension. */
const ALL = "*";

/** Names by comma, as `splitMembers` reads them; `*` for none, which keeps all. */
export const joinMembers = (members: readonly string[]): string => members.map(escaped).join(",") || ALL;

/** The names that commas part, with `*` replaced by `all`; a backslash takes the character after it as it is. */
export const splitMembers = (text: string, all: readonly string[]): string[] =>
  [...`,${text}`.matchAll(/,((?:\\[\s\S]|[^,])*)/g)].flatMap(([, name = ""]) => (name === ALL ? all : [unescaped(name)]));

/** A key and its value as part of a query: `,` and `:` stay as they are, and `'` does not, since browsers change it in an address. */
export const queryPair = ([key, value]: readonly [key: string, value: string]): string => `${encode(key)}=${encode(value)}`;

const escaped = (name: string) => name.replace(/[,\\]|^\*$/g, "\\$&");

const unescaped = (name: string) => name.replace(/\\([\s\S])/g, "$1");

const encode = (text: string) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("'", "%27");
