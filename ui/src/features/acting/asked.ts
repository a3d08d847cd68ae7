import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/**
 * Whether a dialog is open is in the address, so that the palette, a link and Back work alike. An address only ever
 * opens a dialog; what is in it is filled in by a person.
 */
export function useAsked(name: string, begin: () => void): { readonly asked: boolean; open(): void; close(): void } {
  const [search, setSearch] = useSearchParams();
  const change = (to: string | undefined) => {
    const next = new URLSearchParams(search);
    if (to === undefined) next.delete("do");
    else next.set("do", to);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const asked = search.get("do") === name;
  const begins = useRef(begin);
  useEffect(() => {
    begins.current = begin;
  });
  useEffect(() => {
    if (asked) begins.current();
  }, [asked]);
  return {
    asked,
    open: () => change(name),
    close: () => change(undefined),
  };
}

/** For a plain press: the palette and links ask for it in the address; asking moves the focus, once, and does nothing else. */
export function useFocusAsked(name: string, focus: () => void): void {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("do") === name;
  useEffect(() => {
    if (!asked) return;
    focus();
    setSearch(
      (before) => {
        before.delete("do");
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [asked, focus, setSearch]);
}
