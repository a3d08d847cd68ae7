import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Refused } from "../lib/api/http";

/** The client's memory of what the server said. The stream says when to read again; nothing polls. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(failure, query) {
      // Any page can be the first to notice that the session has ended; the gate is told by asking who we are.
      const asked = query.queryKey[0] === "whoami";
      if (!asked && failure instanceof Refused && failure.status === 401) void queryClient.invalidateQueries({ queryKey: ["whoami"] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (times, failure) => !(failure instanceof Refused) && times < 3,
    },
  },
});
