import { LOOKS, type Status } from "./status";

/** A status's shape in its tone. It has a name of its own, unless the word beside it already says it. */
export function Glyph({ status, share, silent = false }: { status: Status; share?: number; silent?: boolean }) {
  if (status === "moving") return <Ring share={share ?? 0} silent={silent} />;
  const look = LOOKS[status];
  return (
    <svg className={`g ${look.tone}`} {...named(silent ? undefined : look.name)}>
      <use href={`#${look.shape}`} />
    </svg>
  );
}

/** The ring of real progress; it never spins. {@code share} is in percent. */
function Ring({ share, silent }: { share: number; silent: boolean }) {
  const shown = Math.min(100, Math.max(4, share));
  return (
    <svg className="ring" viewBox="0 0 16 16" {...named(silent ? undefined : `Moving, ${share} %`)} style={{ "--p": shown } as React.CSSProperties}>
      <circle className="t" cx="8" cy="8" r="6" pathLength="100" />
      <circle className="a" cx="8" cy="8" r="6" pathLength="100" />
    </svg>
  );
}

/** A drawing without a meaning of its own. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

function named(name: string | undefined) {
  return name === undefined ? ({ "aria-hidden": true } as const) : ({ role: "img", "aria-label": name } as const);
}
