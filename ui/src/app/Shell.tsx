import { lazy, Suspense, useCallback, useState } from "react";
import { Outlet } from "react-router";
import { Who } from "../features/access/Who";
import { Feedback } from "../features/feedback/Feedback";
import { FeedbackButton } from "../features/feedback/FeedbackButton";
import { StopLine } from "../features/locks/StopLine";
import { Ended, Offline } from "./Offline";
import { Side } from "./Side";
import { TabBar } from "./TabBar";
import { ThemeSwitch } from "./ThemeSwitch";
import { TopBar } from "./TopBar";
import { useKeys, usePaletteKey } from "./keys";

const Palette = lazy(() => import("../features/palette/Palette"));

/** The frame around every page: side or tab bar, top bar, the page. */
export function Shell() {
  const [searching, setSearching] = useState(false);
  const search = useCallback(() => setSearching(true), []);
  useKeys();
  usePaletteKey(search);
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="shell">
        <Side />
        <div>
          <TopBar search={search} />
          <Offline />
          <Ended />
          <StopLine />
          <main className="page" id="main" tabIndex={-1}>
            <Outlet />
          </main>
          <footer className="narrow-foot">
            <ThemeSwitch />
            <FeedbackButton />
            <Who />
          </footer>
        </div>
        <TabBar />
      </div>
      <Feedback />
      {searching && (
        <Suspense>
          <Palette close={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
}
