import type { ExplainedValue, ValueSource } from "../../lib/api/contract";
import { shortCommit, shortDigest } from "../../lib/words/digest";

/** Where something is said, such as "application/shop at 1a2b3c4, line 7". */
export function where(source: ValueSource): string {
  if (source.document === undefined) return "Slipway";
  const parts = [source.document + revision(source)];
  if (source.within !== undefined) parts.push(source.within);
  if (source.line !== undefined) parts.push(`line ${source.line}`);
  return parts.join(", ");
}

function revision({ revision: number, origin }: ValueSource): string {
  if (number !== undefined) return ` revision ${number}`;
  if (origin?.sha !== undefined) return ` at ${shortCommit(origin.sha)}`;
  return origin?.document === undefined ? "" : ` at ${shortDigest(origin.document)}`;
}

/** What is said, or that it is not told, as of variables. */
export function told(text: string | undefined): string {
  return text ?? "(not told)";
}

/** What else was said, and what the value may be; nothing where there is neither. */
export function beside(value: ExplainedValue): readonly string[] {
  return [
    ...value.overrode.map((other) => `instead of ${told(other.value)} from ${where(other.source)}`),
    ...value.limits.map((limit) => `limited to ${told(limit.allowed)} by ${where(limit.source)}, owner ${limit.source.owner}`),
  ];
}

/** Those that somebody said, and those that are so because nobody did. */
export function parted(values: readonly ExplainedValue[]): { readonly said: readonly ExplainedValue[]; readonly left: readonly ExplainedValue[] } {
  return { said: values.filter((value) => value.source.kind !== "standard"), left: values.filter((value) => value.source.kind === "standard") };
}
