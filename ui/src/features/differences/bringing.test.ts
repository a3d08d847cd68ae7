import { expect, it } from "vitest";
import type { DeployPreview } from "../../lib/api/contract";
import { bring } from "../../fixtures/differences";
import { COMMITS } from "../../fixtures/world";
import { bringing } from "./bringing";

const none = { items: [], total: 0, whole: true };

it.each<[string, Partial<DeployPreview>, string]>([
  ["both ways", {}, "main is 9f3c2ab. Compared with #184 (4b1e77d), which is in force, it brings three commits and takes one commit back."],
  ["a bare commit", { to: { sha: COMMITS.newest }, takesBack: none }, "9f3c2ab. Compared with #184 (4b1e77d), which is in force, it brings three commits."],
  ["the same commit", { to: { sha: COMMITS.older }, brings: none, takesBack: none }, "4b1e77d, the commit of #184 (4b1e77d), which is in force. No commit comes or goes."],
  ["more than were counted", { brings: { ...bring.brings, total: 10_000, whole: false }, takesBack: none }, "main is 9f3c2ab. Compared with #184 (4b1e77d), which is in force, it brings more than 10 000 commits."],
  ["a repository that says nothing", { brings: { ...none, because: { code: "repository-slow", sentence: "Slow." } } }, "main is 9f3c2ab, compared with #184 (4b1e77d), which is in force."],
])("says %s", (_, differs, sentence) => {
  expect(bringing({ ...bring, ...differs }).replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toBe(sentence);
});

it("says what the first one brings, and why words mean nothing", () => {
  const { from: _, ...first } = bring;
  expect(bringing(first)).toBe("main is 9f3c2ab. It would be the first one here, with three commits.");
  expect(bringing({ brings: none, takesBack: none, because: { code: "no-such-revision", sentence: "There is no nowhere." } })).toBe("There is no nowhere.");
});
