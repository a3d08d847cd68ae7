import { Outlet } from "react-router";
import { Who } from "../features/access/Who";
import { Offline } from "./Offline";
import { Side } from "./Side";
import { TabBar } from "./TabBar";
import { ThemeSwitch } from "./ThemeSwitch";
import { TopBar } from "./TopBar";
import { useKeys } from "./keys";

/** The frame around every page: side or tab bar, top bar, the page. */
export function Shell() {
  useKeys();
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="shell">
        <Side />
        <div>
          <TopBar />
          <Offline />
          <main className="page" id="main" tabIndex={-1}>
            <Outlet />
          </main>
          <footer className="narrow-foot">
            <ThemeSwitch />
            <Who />
          </footer>
        </div>
        <TabBar />
      </div>
    </>
  );
}
