import { useState } from "react";
import { visible } from "../lib/words/outside";
import { Icon } from "./Glyph";

/** Copies {@code text}; says so in its own place, for two seconds. */
export function Copy({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className="copy" aria-label={copied ? `Copied ${what}` : `Copy ${what}`} title={copied ? "Copied" : "Copy"} onClick={() => void copy()}>
      <Icon name={copied ? "check" : "copy"} />
    </button>
  );
}

/** A command or a file to copy, as it is typed. */
export function Snippet({ text, what }: { text: string; what: string }) {
  return (
    <div className="snippet">
      {/* Long lines scroll sideways, so the block can be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={what} role="region">
        <code>{lines(text)}</code>
      </pre>
      <Copy text={text} what={what} />
    </div>
  );
}

/** Longest line that is shown, in characters; what is copied is always whole. */
const LONGEST = 2000;

function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => visible(line, LONGEST))
    .join("\n");
}
