/** Whether an address from outside leads to a page, and to nothing that runs here. */
export function linkable(url: string): boolean {
  return /^https?:\/\/[!-?A-~]+$/u.test(url);
}
