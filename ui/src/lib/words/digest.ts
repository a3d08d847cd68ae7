/** A digest as a person compares it: first 8 … last 4, without the algorithm's name. Shorter ones stay whole. */
export function shortDigest(digest: string): string {
  const hex = digest.replace(/^sha256:/, "");
  return hex.length <= 14 ? hex : `${hex.slice(0, 8)}…${hex.slice(-4)}`;
}

/** A commit as lists show it: 7 characters. */
export function shortCommit(sha: string): string {
  return sha.slice(0, 7);
}
