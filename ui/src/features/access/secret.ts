/** The address of a one-time link: the secret stands after the #, so it is in no server's log. */
const LOGIN = "/login";

export function isLogin(location: { readonly pathname: string }): boolean {
  return location.pathname === LOGIN;
}

/** The secret of a one-time link: "#SECRET", "#secret=SECRET", or in the query for those who can only do that. */
export function secretIn(location: { readonly hash: string; readonly search: string }): string | undefined {
  const hash = location.hash.replace(/^#/, "");
  const named = new URLSearchParams(hash).get("secret") ?? new URLSearchParams(location.search).get("secret");
  if (named !== null && named !== "") return named;
  return hash === "" || hash.includes("=") ? undefined : decodeURIComponent(hash);
}
