import { shortCommit } from "../../lib/words/digest";
import { visible } from "../../lib/words/outside";

const TAG = "refs/tags/";

/** Longest version on a page; a tag's name can be anything. */
const LONGEST = 40;

/** The version that a person knows: the tag if there is one, else seven characters of the commit. Safe to show. */
export function version(of: { readonly sha: string; readonly ref?: string }): string {
  return of.ref?.startsWith(TAG) ? visible(of.ref.slice(TAG.length), LONGEST) : shortCommit(of.sha);
}

/** A ref without its folder: "main", "v1.2". */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, "");
}
