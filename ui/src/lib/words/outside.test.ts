import { describe, expect, it } from "vitest";
import branches from "../../fixtures/hostile/branch-names.json";
import messages from "../../fixtures/hostile/commit-messages.json";
import { LONGEST, visible, webAddress } from "./outside";

const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe("visible", () => {
  it("shows escape, carriage return and line feed as symbols", () => {
    expect(visible("\u001b[31mred\r\nFORGED")).toBe("␛[31mred␍␊FORGED");
  });

  it("names marks that would turn the reading direction", () => {
    expect(visible("pay\u202egnp.exe")).toBe("pay⟨RLO⟩gnp.exe");
  });

  it("leaves ordinary text of any script as it is", () => {
    expect(visible("Größe, 東京, שלום, 😀")).toBe("Größe, 東京, שלום, 😀");
  });

  it("cuts what is too long and says so", () => {
    const cut = visible("é".repeat(LONGEST + 1));
    expect([...cut]).toHaveLength(LONGEST + 1);
    expect(cut.endsWith("…")).toBe(true);
  });

  it.each([...messages.messages, ...branches.branches.map((branch) => branch.name)])("lets nothing invisible through: %j", (text) => {
    expect(visible(text)).not.toMatch(INVISIBLE);
  });
});

describe("webAddress", () => {
  it("takes http and https", () => {
    expect(webAddress("https://example.com/a")?.host).toBe("example.com");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "//example.com", "https://user:pw@example.com", "file:///etc/passwd", "main"])(
    "takes nothing else: %s",
    (text) => {
      expect(webAddress(text)).toBeUndefined();
    },
  );
});
