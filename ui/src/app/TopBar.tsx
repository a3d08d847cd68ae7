import { Fragment } from "react";
import { Link, useLocation } from "react-router";
import { Icon } from "../design/Glyph";
import { useNow } from "../design/now";
import { lasting } from "../lib/words/time";
import { crumbs } from "./crumbs";
import { useLink } from "./live";

/** Where we are, and whether what we see is live. */
export function TopBar({ search }: { search: () => void }) {
  const { pathname } = useLocation();
  const trail = crumbs(pathname);
  return (
    <header className="top">
      <nav className="crumbs" aria-label="Breadcrumb">
        {trail.map((crumb, index) => (
          <Fragment key={crumb.path}>
            {index > 0 && (
              <span className={index === 1 && trail.length > 2 ? "sep hide-phone" : "sep"} aria-hidden="true">
                /
              </span>
            )}
            {index === trail.length - 1 ? (
              <span aria-current="page">{crumb.name}</span>
            ) : (
              <Link className={index === 0 && trail.length > 2 ? "hide-phone" : undefined} to={crumb.path}>
                {crumb.name}
              </Link>
            )}
          </Fragment>
        ))}
      </nav>
      <button type="button" className="find" onClick={search} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span>Go to, or do</span>
        <kbd aria-hidden="true">{onMac() ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      <LiveDot />
    </header>
  );
}

function onMac(): boolean {
  return navigator.userAgent.includes("Mac");
}

function LiveDot() {
  const link = useLink();
  const now = useNow("second");
  switch (link.state) {
    case "connecting":
      return <span className="live connecting">Connecting</span>;
    case "live":
      return (
        <span className="live">
          <i />
          Live
        </span>
      );
    case "lost":
      return (
        <span className="live lost">
          <i />
          Reconnecting, {lasting(now.getTime() - link.since)}
        </span>
      );
  }
}
