// Dates as the reader writes and reads them: a year, a month or a day. Pure; no clock.

/** Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and names a day there is. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** "25 Agustus 2025", "August 2025", "2025"; a text that is no date comes back as it is. */
export function spell(date: string, language: string, style: 'long' | 'short' = 'long'): string {
  if (!isDate(date)) return date;
  const [year = '', month, day] = date.split('-');
  const at = new Date(Date.UTC(Number(year), Number(month ?? '1') - 1, Number(day ?? '1')));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (day) options.day = 'numeric';
  if (month) options.month = style === 'long' ? 'long' : 'short';
  if (style === 'long' || !day) options.year = 'numeric';
  const key = `${language} ${style} ${date.length}`;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(language === 'id' ? 'id' : 'en-GB', options);
  FORMATS.set(key, format);
  return format.format(at);
}

/** A format takes long to make and is asked for once a row. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** First and last day that a date of any fineness covers; none for a text that is no date. */
export function span(date: string): { first: string; last: string } | null {
  if (!isDate(date)) return null;
  const [year = '', month, day] = date.split('-');
  if (day) return { first: date, last: date };
  const days = new Date(Date.UTC(Number(year), Number(month ?? '12'), 0)).getUTCDate();
  return { first: `${year}-${month ?? '01'}-01`, last: `${year}-${month ?? '12'}-${String(days).padStart(2, '0')}` };
}

/** The day where the reader is, as `YYYY-MM-DD`. */
export function today(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return [String(now.getFullYear()).padStart(4, '0'), two(now.getMonth() + 1), two(now.getDate())].join('-');
}
