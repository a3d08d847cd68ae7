import { expect, it } from "vitest";
import { Refresher } from "./refresher";

function deferredReads() {
  const open: (() => void)[] = [];
  const reads: string[] = [];
  const refresher = new Refresher<string>(
    (key) => {
      reads.push(key);
      return new Promise<void>((resolve, reject) => open.push(reads.length === 1 && key === "bad" ? () => reject(new Error("away")) : resolve));
    },
    (key) => key,
  );
  const answer = async () => {
    open.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { reads, refresher, answer };
}

it("reads once more when it changed while it was read, however often", async () => {
  const { reads, refresher, answer } = deferredReads();
  refresher.changed("a");
  refresher.changed("a");
  refresher.changed("a");
  expect(reads).toEqual(["a"]);
  await answer();
  expect(reads).toEqual(["a", "a"]);
  await answer();
  expect(reads).toEqual(["a", "a"]);
});

it("reads different keys side by side", () => {
  const { reads, refresher } = deferredReads();
  refresher.changed("a");
  refresher.changed("b");
  expect(reads).toEqual(["a", "b"]);
});

it("goes on after a read that failed", async () => {
  const { reads, refresher, answer } = deferredReads();
  refresher.changed("bad");
  await answer();
  refresher.changed("bad");
  expect(reads).toEqual(["bad", "bad"]);
});
