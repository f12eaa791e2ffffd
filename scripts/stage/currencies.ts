/** What exports write for a currency besides its ISO 4217 code. */
interface Currency {
  /** What may stand beside an amount. */
  signs: readonly string[];
  /** What else calls it in a cell of its own. */
  names: readonly string[];
}

/** ISO 4217 code → what exports write for it; of a sign that two have, the first is meant where nothing else says which. */
export const CURRENCIES: Readonly<Record<string, Currency>> = {
  CNY: { signs: ["¥", "元", "RMB", "人民币", "CN¥"], names: ["人民币元", "CNH", "Yuan", "Renminbi"] },
  USD: { signs: ["$", "US$"], names: ["美元", "美金", "US Dollar", "Dollar"] },
  EUR: { signs: ["€"], names: ["欧元", "Euro"] },
  GBP: { signs: ["£"], names: ["英镑", "Pound", "Pound sterling"] },
  JPY: { signs: ["¥", "JP¥"], names: ["日元", "日圆", "Yen"] },
  HKD: { signs: ["HK$"], names: ["港币", "港元", "Hong Kong dollar"] },
  TWD: { signs: ["NT$"], names: ["新台币", "台币", "New Taiwan dollar"] },
  INR: { signs: ["₹", "Rs."], names: ["印度卢比", "Indian rupee"] },
  SGD: { signs: ["S$"], names: ["新加坡元", "Singapore dollar"] },
  AUD: { signs: ["A$"], names: ["澳元", "Australian dollar"] },
  CAD: { signs: ["C$"], names: ["加元", "Canadian dollar"] },
  CHF: { signs: [], names: ["瑞士法郎", "Swiss franc"] },
  SEK: { signs: [], names: ["瑞典克朗", "Swedish krona"] },
  BRL: { signs: ["R$"], names: ["巴西雷亚尔", "Brazilian real"] },
};

/** What may stand beside an amount in some currencies: their codes and signs. */
export const signsOf = (codes: readonly string[]): string[] => codes.flatMap((code) => [code, ...(CURRENCIES[code]?.signs ?? [])]);

/** The same of all that are known. */
export const signsOfAll = (): string[] => signsOf(Object.keys(CURRENCIES));
