import { visible } from "../../lib/words/outside";

/** A run of text with the classes of its colours. */
export interface Span {
  readonly text: string;
  readonly tone: string;
}

/** Colours and weights; nothing else of a terminal is obeyed. */
// oxlint-disable-next-line no-control-regex
const COLOUR = /\u001b\[([\d;]{0,30})m/g;

/** The text of one line as spans: colours become classes, every other control is shown as what it is. */
export function spans(line: string): readonly Span[] {
  const found: Span[] = [];
  let tone: readonly string[] = [];
  let at = 0;
  for (const match of line.matchAll(COLOUR)) {
    add(found, line.slice(at, match.index), tone);
    tone = (match[1] ?? "").split(";").reduce(toned, tone);
    at = match.index + match[0].length;
  }
  add(found, line.slice(at), tone);
  return found;
}

function add(found: Span[], text: string, tone: readonly string[]): void {
  if (text !== "") found.push({ text: text.split("\t").map((part) => visible(part, Number.POSITIVE_INFINITY)).join("\t"), tone: tone.join(" ") });
}

function toned(tone: readonly string[], code: string): readonly string[] {
  const number = Number(code);
  if (number === 0) return [];
  if (number === 1) return [...tone.filter((each) => each !== "ansi-b"), "ansi-b"];
  if (number === 22) return tone.filter((each) => each !== "ansi-b");
  if (number === 39) return tone.filter((each) => !each.startsWith("ansi-fg"));
  const colour = number >= 30 && number <= 37 ? number - 30 : number >= 90 && number <= 97 ? number - 90 : undefined;
  return colour === undefined ? tone : [...tone.filter((each) => !each.startsWith("ansi-fg")), `ansi-fg${colour}`];
}
