// The interface's words: typed keys, numbers and plurals. Indonesian is the master; English has the same keys.
import id from '../locale/id.json';
import en from '../locale/en.json';

/** Interface languages. */
export type Language = 'id' | 'en';

export type Key = keyof typeof id;
type Forms<K extends string> = K extends `${infer Stem}.other` ? (`${Stem}.one` extends Key ? Stem : never) : never;
/** Keys that have a form for one and a form for many. */
export type Counted = Forms<Key>;

const TABLES: Record<Language, Record<Key, string>> = { id, en };

/** Families of codes that have words. */
export type Family = 'kind' | 'plover' | 'relation' | 'status' | 'credit';

/** The words of one language. */
export interface Words {
  language: Language;
  (key: Key, values?: Record<string, string | number>): string;
  /** The form that goes with a number; `{n}` in it is that number. */
  count(key: Counted, n: number, values?: Record<string, string | number>): string;
  number(n: number): string;
  /** "12 KB". */
  size(bytes: number): string;
  /** The words for a code of the wire, or the code itself where there are none. */
  code(family: Family, code: string): string;
}

/** Makes the words of a language. */
export function words(language: Language): Words {
  const table = TABLES[language];
  const locale = language === 'id' ? 'id' : 'en-GB';
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const say = (key: Key, values: Record<string, string | number> = {}): string =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
    });
  return Object.assign(say, {
    language,
    count: (key: Counted, n: number, values: Record<string, string | number> = {}): string =>
      say(`${key}.${plural.select(n) === 'one' ? 'one' : 'other'}` as Key, { n, ...values }),
    number: (n: number): string => number.format(n),
    size: (bytes: number): string => {
      const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
    },
    code: (family: Family, code: string): string => {
      const key = `${family}.${code}`;
      return key in table ? table[key as Key] : code;
    },
  });
}

/** The language to start in: as remembered, else as the system says, else Indonesian. */
export function firstLanguage(remembered: string | null, system: readonly string[]): Language {
  if (remembered === 'id' || remembered === 'en') return remembered;
  const wanted = system.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((tag): tag is Language => tag === 'id' || tag === 'en') ?? 'id';
}
