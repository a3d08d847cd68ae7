import { useEffect } from "react";
import { visible } from "../lib/words/outside";

/** The window's title: state first, then the product. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${visible(title, 80)} · Slipway`;
  }, [title]);
}
