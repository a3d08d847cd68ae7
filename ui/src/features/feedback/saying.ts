/** Longest feedback that the server takes, in characters. */
export const TEXT_LENGTH_MAX = 4000;
const NEAR = 400;

/** What is left of the room, said only when the end is near. */
export function remaining(text: string): string {
  const left = TEXT_LENGTH_MAX - text.length;
  if (left > NEAR) return "";
  return left === 1 ? "1 character left" : `${left} characters left`;
}

/** The query of the present page with the dialog asked for; what the page was narrowed to stays. */
export function withFeedback(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set("do", "feedback");
  return next;
}
