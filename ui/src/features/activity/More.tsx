/** The part of an endless query that this button needs. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Reads older items when asked to, never by itself. */
export function More({ query, what }: { query: Paged; what: string }) {
  if (!query.hasNextPage) return null;
  return (
    <p className="more">
      <button type="button" className="btn sm" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {query.isFetchingNextPage ? "Reading" : `Show older ${what}`}
      </button>
    </p>
  );
}
