import { describe, expect, it } from "vitest";
import { limited, standard } from "../../fixtures/origins";
import { beside, parted, told, where } from "./words";

describe("where a value came from", () => {
  it("names the document, its revision, the part and the line", () => {
    expect(where(limited.source)).toBe("application/checkout at a51c9e0, environments.staging, line 12");
  });

  it("is Slipway where nobody says anything", () => {
    expect(where(standard.source)).toBe("Slipway");
  });

  it("tells what else was said and what it may be", () => {
    expect(beside(limited)).toEqual(["instead of 1 from overlay/sizes revision 2, set, line 4", "limited to at most 10 by overlay/cost-caps revision 3, limit, line 8, owner finance"]);
    expect(beside(standard)).toEqual([]);
  });

  it("says of a variable that what it holds is not told", () => {
    expect(told(undefined)).toBe("(not told)");
    expect(told("")).toBe("");
    const { source } = limited;
    expect(beside({ path: "services.web.variables.LEVEL", source, overrode: [{ source }], limits: [{ source }], change: "" })[0]).toMatch(/^instead of \(not told\) from/);
  });

  it("is parted into what somebody said and what nobody did", () => {
    expect(parted([limited, standard])).toEqual({ said: [limited], left: [standard] });
  });
});
