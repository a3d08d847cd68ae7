/** The part of a log that is in memory: whole lines, and the bytes of the ones that are cut at both ends. */
export interface Buffer {
  /** Offset of the first byte that is here. */
  readonly first: number;
  /** Offset of the byte that comes next. */
  readonly next: number;
  readonly head: Uint8Array;
  readonly rows: readonly string[];
  readonly tail: Uint8Array;
}

/** Longer lines are folded into several rows. */
export const ROW_LENGTH = 1000;

/** More rows are not kept; the other end of the log is read again when somebody goes there. */
export const ROWS_MAX = 100_000;

const NEWLINE = 10;
const NONE = new Uint8Array(0);

/** Begins at an offset; where that is the beginning of the log, its first line is whole. */
export function begun(offset: number, bytes: Uint8Array, whole: boolean): Buffer {
  const cut = whole ? 0 : bytes.indexOf(NEWLINE) + 1;
  const empty = { first: offset, next: offset + cut, head: bytes.slice(0, cut), rows: [], tail: NONE };
  return appended(empty, bytes.subarray(cut));
}

/** With bytes that came at its end; of too many rows the oldest are let go. */
export function appended(buffer: Buffer, bytes: Uint8Array): Buffer {
  const all = joined(buffer.tail, bytes);
  const end = all.lastIndexOf(NEWLINE) + 1;
  const rows = [...buffer.rows, ...folded(all.subarray(0, end))];
  const next = { ...buffer, next: buffer.next + bytes.length, rows, tail: all.slice(end) };
  // What is let go cannot be counted in bytes any more, so the beginning is not known until it is read again.
  return rows.length > ROWS_MAX ? { ...next, first: -1, head: NONE, rows: rows.slice(-ROWS_MAX) } : next;
}

/** With bytes from right before its beginning. */
export function prepended(buffer: Buffer, bytes: Uint8Array, whole: boolean): Buffer {
  const all = joined(bytes, buffer.head);
  const cut = whole ? 0 : all.indexOf(NEWLINE) + 1;
  const rows = [...folded(all.subarray(cut)), ...buffer.rows];
  return { ...buffer, first: buffer.first - bytes.length, head: all.slice(0, cut), rows };
}

/** All rows, with the line at the end that is not complete yet. */
export function shown(buffer: Buffer): readonly string[] {
  return buffer.tail.length === 0 ? buffer.rows : [...buffer.rows, ...folded(buffer.tail)];
}

/** Bytes as lines of text; what is no UTF-8 shows as U+FFFD. */
function folded(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  const lines = new TextDecoder().decode(bytes).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.flatMap((line) => fold(line.endsWith("\r") ? line.slice(0, -1) : line));
}

function fold(line: string): string[] {
  if (line.length <= ROW_LENGTH) return [line];
  const rows: string[] = [];
  for (let at = 0; at < line.length; at += ROW_LENGTH) rows.push(line.slice(at, at + ROW_LENGTH));
  return rows;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
