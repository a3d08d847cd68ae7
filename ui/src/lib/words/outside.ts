/** Strings from outside, made safe to read: nothing invisible stays invisible, and nothing grows without bound. */

const NAMED: ReadonlyMap<number, string> = new Map([
  [0x061c, "⟨ALM⟩"],
  [0x200b, "⟨ZWSP⟩"],
  [0x200e, "⟨LRM⟩"],
  [0x200f, "⟨RLM⟩"],
  [0x2028, "⟨LS⟩"],
  [0x2029, "⟨PS⟩"],
  [0x202a, "⟨LRE⟩"],
  [0x202b, "⟨RLE⟩"],
  [0x202c, "⟨PDF⟩"],
  [0x202d, "⟨LRO⟩"],
  [0x202e, "⟨RLO⟩"],
  [0x2066, "⟨LRI⟩"],
  [0x2067, "⟨RLI⟩"],
  [0x2068, "⟨FSI⟩"],
  [0x2069, "⟨PDI⟩"],
  [0xfeff, "⟨BOM⟩"],
]);

/** Longest text of one foreign value on a page, in characters as a person counts them roughly (code points). */
export const LONGEST = 500;

/**
 * Shows control characters as their symbols (U+2400 block) and direction marks by name, and cuts at
 * {@link LONGEST} code points. The answer holds no control and no direction mark.
 */
export function visible(text: string, longest: number = LONGEST): string {
  const shown: string[] = [];
  let count = 0;
  for (const char of text) {
    if (count === longest) {
      shown.push("…");
      break;
    }
    shown.push(visibleCharacter(char));
    count += 1;
  }
  return shown.join("");
}

/** A link's address if it is plain http(s) without credentials in it; anything else is text. */
export function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const web = url.protocol === "https:" || url.protocol === "http:";
  return web && url.username === "" && url.password === "" ? url : undefined;
}

function visibleCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0xfffd;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  if (code >= 0x80 && code <= 0x9f) return `⟨${code.toString(16).toUpperCase()}⟩`;
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  return NAMED.get(code) ?? char;
}
