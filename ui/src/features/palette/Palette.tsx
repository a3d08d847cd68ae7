import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { applications, environments, locks, placements, whoami } from "../../app/reads";
import { Dialog } from "../../design/Dialog";
import { Outside } from "../../design/Outside";
import { type Offer, offers } from "./offers";
import { ranked } from "./ranked";

/** One list over places and commands; by keyboard alone from the first letter to the dialog. */
export default function Palette({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const all = useOffers();
  const asked = useDeferredValue(typed);
  const shown = useMemo(() => ranked(all, asked), [all, asked]);
  const at = Math.min(chosen, shown.length - 1);
  const go = (offer: Offer | undefined) => {
    if (offer === undefined || offer.denied !== undefined) return;
    close();
    void navigate(offer.path);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setChosen((at + step + shown.length) % shown.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      // The list may be a moment behind what was typed.
      go((asked === typed ? shown : ranked(all, typed))[Math.max(at, 0)]);
    }
  };
  return (
    <Dialog title="Go to, or do" close={close} className="palette">
      <input
        className="field"
        data-first
        role="combobox"
        aria-label="Go to, or do"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="checkout/production-eu#184, or a command"
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        onKeyDown={pressed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
      />
      <div id={`${id}-list`} className="offers" role="listbox" aria-label="Places and commands">
        {shown.map((offer, index) => (
          // Arrows in the field choose; a pointer may press.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={offer.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            aria-disabled={offer.denied !== undefined}
            ref={index === at ? visibly : undefined}
            onClick={() => go(offer)}
          >
            <span className={offer.kind === "place" ? "trunc" : "trunc strong"}>
              <Outside text={offer.name} longest={160} />
            </span>
            <span className="meta trunc">{offer.denied ?? offer.note}</span>
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className="meta" role="status">
          Nothing is called so. A delivery is written application/environment#number.
        </p>
      )}
    </Dialog>
  );
}

function visibly(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}

function useOffers(): readonly Offer[] {
  const who = useQuery(whoami()).data;
  const apps = useQuery(applications()).data;
  const envs = useQuery(environments()).data;
  const locked = useQuery(locks()).data;
  const placed = useQuery(placements()).data;
  const [search] = useSearchParams();
  return useMemo(
    () => (who === undefined ? [] : offers({ who, applications: apps?.items ?? [], environments: envs?.items ?? [], placements: placed?.items ?? [], locks: locked?.items ?? [], search })),
    [who, apps, envs, placed, locked, search],
  );
}
