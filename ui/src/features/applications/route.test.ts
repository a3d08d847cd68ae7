import { expect, it } from "vitest";
import { placement, placements, untouched } from "../../fixtures/placements";
import { routeAnswer } from "./route";

const of = (name: string) => routeAnswer(name, placements.filter((each) => each.application === name));

it("answers with what is worst first", () => {
  expect(of("search")).toBe("search is failing in staging");
  expect(of("payments")).toBe("payments is stuck in staging");
  expect(of("checkout")).toBe("checkout: 9f3c2ab is on its way, now in staging");
  expect(of("catalog")).toBe("catalog: b7730f1 waits for approval in staging");
  expect(routeAnswer("catalog", placements.filter((each) => each.application === "catalog" && each.environment !== "staging"))).toBe("catalog differs from its order in production");
});

it("says when one version runs everywhere, and when none does", () => {
  expect(routeAnswer("shop", [placement("shop", "dev"), placement("shop", "staging")])).toBe("shop runs 4b1e77d everywhere");
  expect(routeAnswer("shop", [placement("shop", "dev"), untouched("shop", "staging")])).toBe("shop runs as ordered");
  expect(routeAnswer("shop", [untouched("shop", "dev")])).toBe("shop is not delivered anywhere yet");
});
