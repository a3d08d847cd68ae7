import { visible } from "../lib/words/outside";

/** A string from outside: a text node, its controls visible, kept apart from the direction of the text around it. */
export function Outside({ text, longest, mono = false }: { text: string; longest?: number; mono?: boolean }) {
  const shown = visible(text, longest);
  return <bdi className={mono ? "mono" : undefined}>{shown}</bdi>;
}
