import { expect, it } from "vitest";
import { environment, target } from "../../fixtures/environments";
import { NOW, at } from "../../fixtures/world";
import { freshness } from "./fresh";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const heard = (clock: string) => target("staging", "local", { agent: { id: "agent-1", enrolledAt: at("09:00:00"), state: "connected", lastHeard: at(clock) } });

it("says when a target was heard", () => {
  expect(freshness(heard("14:32:00"), environment("staging"), NOW)).toEqual({ status: "healthy", words: "heard just now" });
});

it("says how long a target is silent, once that is too long for its environment", () => {
  const { status, words } = freshness(heard("13:54:00"), environment("staging"), NOW);
  expect([status, plain(words)]).toEqual(["offline", "not heard for 38 min"]);
});

it("marks a target that is heard and deviates", () => {
  const deviations = [{ code: "behind", sentence: "shop runs #1, and #2 is in force." }];
  expect(freshness({ ...heard("14:32:00"), deviations }, environment("staging"), NOW)).toEqual({ status: "drift", words: "heard just now" });
});

it("tells a target without an agent from one that was never heard", () => {
  const { agent: _, ...without } = target("staging", "local");
  expect(freshness(without, environment("staging"), NOW).status).toBe("toCome");
  expect(freshness({ ...without, agent: { id: "a", enrolledAt: at("09:00:00"), state: "never-heard" } }, undefined, NOW).status).toBe("unknown");
});
