import { Link, useLocation } from "react-router";
import { Icon } from "../design/Glyph";
import { isIn, tabs } from "./navigation";

/** The navigation of phones, at the thumb. */
export function TabBar() {
  const { pathname } = useLocation();
  return (
    <nav className="tabbar" aria-label="Tabs">
      {tabs.map((place) => (
        <Link key={place.path} to={place.path} aria-current={isIn(place, pathname) ? "page" : undefined}>
          <Icon name={place.icon} />
          {place.name}
        </Link>
      ))}
    </nav>
  );
}
