/** Pages that are read to their end, up to a bound that the page tells about. */
export interface All<T> {
  readonly items: readonly T[];
  /** How many there are, which is more than {@link items} when the bound was met. */
  readonly total: number;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly next?: string;
}

/** Most items that one view holds; what is beyond is counted, not shown. */
export const MOST = 2000;

/** Follows the cursor until the list ends or {@link MOST} items were read. */
export async function readAll<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<All<T>> {
  const items: T[] = [];
  let cursor: string | undefined;
  let total = 0;
  do {
    // Each page's cursor comes with the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await page(cursor);
    items.push(...read.items);
    total = read.total;
    cursor = read.next;
  } while (cursor !== undefined && items.length < MOST);
  return { items, total };
}
