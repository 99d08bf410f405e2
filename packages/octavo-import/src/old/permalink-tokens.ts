/** The parts of a permalink by the names of their tokens: `year`, `title`. */
export type Tokens = Record<string, string>;

const MONTHS =
  'January February March April May June July August September October November December';
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday';
const DAY = 86_400_000;

/** Returns the tokens of a date, in the zone of the blog: `2024-01-06T10:30:00`. */
export function dateTokens(moment: string): Tokens {
  const date = new Date(`${moment.slice(0, 19)}${moment.length > 10 ? 'Z' : 'T00:00:00Z'}`);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const [monthName, dayName] = [MONTHS.split(' ')[month]!, DAYS.split(' ')[date.getUTCDay()]!];
  const { week, year: weekYear } = isoWeek(date);
  const dayOfYear = (Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / DAY + 1;
  return {
    year: padded(year, 4),
    month: padded(month + 1),
    day: padded(day),
    hour: padded(date.getUTCHours()),
    minute: padded(date.getUTCMinutes()),
    second: padded(date.getUTCSeconds()),
    i_day: `${day}`,
    i_month: `${month + 1}`,
    short_month: monthName.slice(0, 3),
    long_month: monthName,
    short_year: padded(year % 100),
    w_year: padded(weekYear, 4),
    week: padded(week),
    w_day: `${date.getUTCDay() || 7}`,
    short_day: dayName.slice(0, 3),
    long_day: dayName,
    y_day: padded(dayOfYear, 3),
  };
}

/** The week that ISO 8601 counts, from the one with the first Thursday of the year. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}

function padded(number: number, length = 2): string {
  return `${number}`.padStart(length, '0');
}

/** Returns a pattern with its tokens filled in; `:title_` is `:title` and an underscore. */
export function filledPattern(pattern: string, tokens: Tokens): string {
  return pattern.replace(/:([a-z_]+?)(_?)(?![a-z_])/g, (whole, name: string, end: string) => {
    const value = tokens[name];
    return value === undefined ? whole : value + end;
  });
}
