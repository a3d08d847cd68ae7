const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** Why lines of NAME=VALUE are none; undefined when they are. */
export function unnamed(text: string): string | undefined {
  const line = lines(text).find((each) => !/^[^=\s]+=/.test(each));
  return line === undefined ? undefined : `Write parameters as NAME=VALUE, one a line; '${line}' is none.`;
}

/** Parameters by their names; undefined when there are none. */
export function given(text: string): Record<string, string> | undefined {
  const all = lines(text).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  return all.length === 0 ? undefined : Object.fromEntries(all);
}
