import { expect, it } from "vitest";
import { MOST, readAll } from "./all";

it("follows the cursor to the end", async () => {
  const pages = new Map([
    [undefined, { items: [1, 2], total: 3, next: "b" }],
    ["b", { items: [3], total: 3 }],
  ]);
  expect(await readAll(async (cursor) => pages.get(cursor as "b") ?? { items: [], total: 0 })).toEqual({ items: [1, 2, 3], total: 3 });
});

it("stops at its bound and keeps the true total", async () => {
  let reads = 0;
  const endless = async () => {
    reads += 1;
    return { items: Array.from({ length: 100 }, (_, index) => index), total: 10_000, next: "more" };
  };
  const all = await readAll(endless);
  expect(all).toMatchObject({ total: 10_000 });
  expect(all.items).toHaveLength(MOST);
  expect(reads).toBe(MOST / 100);
});
