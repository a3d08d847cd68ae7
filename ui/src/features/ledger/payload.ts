/** Lines that a page shows of one payload at most. */
const MOST = 500;

/** A payload as indented lines. Each is shown through Outside, so no control in it can forge another line. */
export function lines(payload: Readonly<Record<string, unknown>>): readonly { key: number; text: string }[] {
  const all = JSON.stringify(payload, undefined, 2).split("\n");
  const shown = all.length > MOST ? [...all.slice(0, MOST), `… ${all.length - MOST} more ${all.length - MOST === 1 ? "line" : "lines"}; the command line has all of them`] : all;
  return shown.map((text, key) => ({ key, text }));
}
