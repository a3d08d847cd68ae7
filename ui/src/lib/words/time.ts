/** Time in words. The clock and the zone come in as arguments, so that every sentence can be tested. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NBSP = "\u00a0";

/** "just now", "12 min ago", "2 h ago", "4 d ago". A time ahead of us counts as now; ages tick once a minute. */
export function ago(then: Date, now: Date): string {
  const age = shortAge(then, now);
  return age === "now" ? "just now" : `${age} ago`;
}

/** The same without "ago", for narrow places: "now", "12 min". */
export function shortAge(then: Date, now: Date): string {
  const passed = now.getTime() - then.getTime();
  if (passed < MINUTE) return "now";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)}${NBSP}min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)}${NBSP}h`;
  return `${Math.floor(passed / DAY)}${NBSP}d`;
}

/** A duration by its two largest units: "38 s", "7 min 12 s", "2 h 10 min", "3 d 4 h". */
export function lasting(milliseconds: number): string {
  const whole = Math.max(0, milliseconds);
  if (whole < SECOND) return `under 1${NBSP}s`;
  if (whole < MINUTE) return `${Math.floor(whole / SECOND)}${NBSP}s`;
  if (whole < HOUR) return pair(whole, MINUTE, "min", SECOND, "s");
  if (whole < DAY) return pair(whole, HOUR, "h", MINUTE, "min");
  return pair(whole, DAY, "d", HOUR, "h");
}

/** "14:32:08" in the given zone; the viewer's own without one. */
export function clock(at: Date, zone?: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", ...inZone(zone) }).format(at);
}

/** "Sat 21 Nov" in the given zone, the heading of a day. */
export function day(at: Date, zone?: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", ...inZone(zone) }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")}`;
}

/** "Sat 21 Nov 18:00" in the given zone, for an instant that lies ahead. */
export function moment(at: Date, zone?: string): string {
  return `${day(at, zone)} ${new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...inZone(zone) }).format(at)}`;
}

/** The exact instant with its zone, and the same in UTC: what hover and focus show. */
export function exactly(at: Date, zone?: string): string {
  const local = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long", ...inZone(zone) }).format(at);
  return `${local} · ${at.toISOString()}`;
}

function pair(whole: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const first = Math.floor(whole / large);
  const second = Math.floor((whole % large) / small);
  const head = `${first}${NBSP}${largeUnit}`;
  return second === 0 ? head : `${head} ${second}${NBSP}${smallUnit}`;
}

function inZone(zone: string | undefined): { timeZone?: string } {
  return zone === undefined ? {} : { timeZone: zone };
}
