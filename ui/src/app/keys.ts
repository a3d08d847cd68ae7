import { useEffect } from "react";
import { useNavigate } from "react-router";
import { groups } from "./navigation";

/** How long a g waits for its second key, in milliseconds. */
const PATIENCE = 1500;

/** "g" and a letter go to a place. Keys never act while somebody types. */
export function useKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let begun = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
      if (event.key === "g") {
        begun = event.timeStamp;
        return;
      }
      const place = groups.flatMap((group) => group.places).find((each) => each.key === event.key);
      if (place !== undefined && begun > 0 && event.timeStamp - begun < PATIENCE) void navigate(place.path);
      begun = 0;
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [navigate]);
}

/** Ctrl K or ⌘K searches, also from within a field; not over a dialog, which has the keyboard. */
export function usePaletteKey(search: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (document.querySelector("dialog[open]") === null) search();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [search]);
}

/** One key that moves the focus or opens a dialog of the page, and never acts; undefined while there is nothing to do. */
export function usePageKey(key: string, does: (() => void) | undefined): void {
  useEffect(() => {
    if (does === undefined) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      does();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [key, does]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
