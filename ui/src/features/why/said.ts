import type { UnshippedPush } from "../../lib/api/contract";

/** What triggers said of a push, each sentence once: "push, nightly: The branch topic matches none of [main]." */
export function said({ triggers }: UnshippedPush): readonly string[] {
  const sentences = [...new Set(triggers.map(({ because }) => because.sentence))];
  return sentences.map((sentence) => {
    const by = triggers.filter(({ because }) => because.sentence === sentence).map(({ trigger }) => trigger);
    return `${by.join(", ")}: ${sentence}`;
  });
}
