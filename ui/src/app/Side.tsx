import { Link, useLocation } from "react-router";
import { Icon } from "../design/Glyph";
import { Who } from "../features/access/Who";
import { FeedbackButton } from "../features/feedback/FeedbackButton";
import { groups, isIn } from "./navigation";
import { paths } from "./paths";
import { ThemeSwitch } from "./ThemeSwitch";

/** The navigation of wide windows. */
export function Side() {
  const { pathname } = useLocation();
  return (
    <aside className="side">
      <Link className="brand" to={paths.overview()}>
        <Mark />
        <span>Slipway</span>
      </Link>
      {groups.map((group) => (
        <nav key={group.name ?? "main"} aria-label={group.name ?? "Main"}>
          {group.name !== undefined && <h2>{group.name}</h2>}
          <ul>
            {group.places.map((place) => (
              <li key={place.path}>
                <Link to={place.path} title={place.name} aria-current={isIn(place, pathname) ? "page" : undefined}>
                  <Icon name={place.icon} />
                  <span>{place.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ))}
      <div className="foot">
        <ThemeSwitch />
        <FeedbackButton />
        <Who />
      </div>
    </aside>
  );
}

/** A hull on its way. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1.5 17.5 18.5 11v6.5Z" fill="var(--ink)" />
      <path d="M4 13.2 6 6.5h4.2l1-3.500h1.700l-.6 3.500h4.200l-1.700 3.100Z" fill="var(--move-edge)" />
    </svg>
  );
}
