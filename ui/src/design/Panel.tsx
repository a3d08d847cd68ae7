import type { ReactNode } from "react";

/** A group on the page: heading, rows with lines between them. Panels never nest. */
export function Panel({ title, end, className = "", children }: { title: string; end?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {end !== undefined && <span className="end meta">{end}</span>}
      </header>
      {children}
    </section>
  );
}

/** The answer of the page, and one line that says more; at its right what can be done. */
export function Lead({ title, acts, children }: { title: ReactNode; acts?: ReactNode; children?: ReactNode }) {
  return (
    <section className="lead">
      <h1 className="h1">{title}</h1>
      {children !== undefined && <p className="soft">{children}</p>}
      {acts !== undefined && <div className="acts">{acts}</div>}
    </section>
  );
}
