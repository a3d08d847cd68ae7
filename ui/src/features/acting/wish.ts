import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Writes } from "../../lib/api/contract";
import { failureOf, isSameWish, type Failure } from "../../lib/api/failure";
import { Refused, send, type Operation } from "../../lib/api/http";

/** Where a wish stands. What it leads to is never shown from here: that comes through the live stream. */
export type Phase<A> =
  | { readonly at: "ready" }
  | { readonly at: "sending" }
  | { readonly at: "failed"; readonly failure: Failure }
  | { readonly at: "sent"; readonly answer: A };

type Names<O extends Operation> = Parameters<typeof send<O>>[1];

export interface Wish<O extends Operation> {
  readonly phase: Phase<Writes[O]["answer"]>;
  /** A new wish with a new key, unless the one before may still be carried out: then that one is shown again. */
  begin(): void;
  /** Sends it; true once the server has answered that it is done or on its way. */
  press(names: Names<O>, body: Writes[O]["body"]): Promise<boolean>;
}

/** One wish of a page, from the opening of its dialog to the server's answer. It outlives the dialog. */
export function useWish<O extends Operation>(operation: O): Wish<O> {
  const [phase, setPhase] = useState<Phase<Writes[O]["answer"]>>({ at: "ready" });
  const key = useRef<string>(undefined);
  const queries = useQueryClient();
  return {
    phase,
    begin() {
      if (phase.at === "sending" || (phase.at === "failed" && phase.failure.open)) return;
      key.current = newKey();
      setPhase({ at: "ready" });
    },
    async press(names, body) {
      key.current ??= newKey();
      setPhase({ at: "sending" });
      try {
        const answer = await send(operation, names, body, key.current);
        setPhase({ at: "sent", answer });
        return true;
      } catch (thrown) {
        if (!isSameWish(thrown)) key.current = newKey();
        // The gate asks for a login over the page; the dialog and what was entered stay.
        if (thrown instanceof Refused && thrown.status === 401) void queries.invalidateQueries({ queryKey: ["whoami"] });
        setPhase({ at: "failed", failure: failureOf(thrown) });
        return false;
      }
    },
  };
}

/** 128 random bits in hex. Made by hand because randomUUID is missing from pages that come without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
