import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

/**
 * A dialog over the page, the platform's own: it keeps the focus inside, makes the rest inert and gives the focus
 * back. The focus starts on what is marked {@code data-first}. On phones it is a sheet from below.
 */
export function Dialog({ title, close, className = "", children }: { title: ReactNode; close: () => void; className?: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  // Before the node leaves the page, for a dialog that was removed open does not return the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2 id={name} className="h2">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
