import { expect, it } from "vitest";
import { spans } from "./ansi";
import { appended, begun, prepended, ROW_LENGTH, ROWS_MAX, shown } from "./buffer";

const bytes = (text: string) => new TextEncoder().encode(text);
const WHOLE = "one\ntwo €\nthree\nfour";

it("shows the same lines however the bytes come", () => {
  const all = bytes(WHOLE);
  for (let cut = 0; cut <= all.length; cut += 1) {
    for (let middle = cut; middle <= all.length; middle += 1) {
      // A part that lies within one line begins a row of its own.
      if (cut > 0 && !all.subarray(cut, middle).includes(10)) continue;
      const end = appended(begun(cut, all.subarray(cut, middle), cut === 0), all.subarray(middle));
      const whole = cut === 0 ? end : prepended(end, all.subarray(0, cut), true);
      expect(shown(whole), `${cut}/${middle}`).toEqual(WHOLE.split("\n"));
      expect(whole.first).toBe(0);
      expect(whole.next).toBe(all.length);
    }
  }
});

it("folds long lines and lets the oldest of too many rows go", () => {
  const long = begun(0, bytes(`${"x".repeat(2 * ROW_LENGTH + 1)}\n`), true);
  expect(shown(long).map((row) => row.length)).toEqual([ROW_LENGTH, ROW_LENGTH, 1]);
  const many = appended(begun(0, bytes("first\n"), true), bytes("x\n".repeat(ROWS_MAX)));
  expect(many.rows.length).toBe(ROWS_MAX);
  expect(many.first).toBe(-1);
  expect(many.rows[0]).toBe("x");
});

it("turns colours into classes and shows every other control", () => {
  expect(spans("a\u001b[1;31mred\u001b[0m b")).toEqual([
    { text: "a", tone: "" },
    { text: "red", tone: "ansi-b ansi-fg1" },
    { text: " b", tone: "" },
  ]);
  expect(spans("\u001b[2Jx\u202e\ty")).toEqual([{ text: "␛[2Jx⟨RLO⟩\ty", tone: "" }]);
});
