const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A count with its noun: "one application", "three applications", "14 applications". */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${numeral(count)} ${count === 1 ? noun : plural}`;
}

/** A count alone: a word up to twelve, then figures. */
export function numeral(count: number): string {
  return WORDS[count] ?? grouped(count);
}

/** A number in thin groups: 12 481. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
}

/** The sentence with its first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
