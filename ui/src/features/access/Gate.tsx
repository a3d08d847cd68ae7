import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { whoami } from "../../app/reads";
import { Refused } from "../../lib/api/http";
import { Loaded } from "../../app/Loaded";
import { LoginDialog } from "./LoginDialog";
import { LoginPage } from "./LoginPage";
import { isLogin } from "./secret";

/**
 * Lets in who has a session. Whoever has none gets the login page; whoever had one gets the login over
 * the page, which stays as it is.
 */
export function Gate({ children }: { children: ReactNode }) {
  const here = useLocation();
  const query = useQuery({ ...whoami(), enabled: !isLogin(here) });
  const queries = useQueryClient();
  const ended = query.error instanceof Refused && query.error.status === 401;
  const entered = async () => {
    // An answer that is still on its way was asked for without the session.
    await queries.cancelQueries({ queryKey: ["whoami"] });
    await queries.invalidateQueries();
  };
  if (isLogin(here)) return <LoginPage entered={() => void entered()} />;
  if (ended && query.data === undefined) return <LoginPage entered={() => void entered()} />;
  return (
    <Loaded query={query} what="installation">
      {() => (
        <>
          {children}
          {ended && <LoginDialog entered={() => void entered()} />}
        </>
      )}
    </Loaded>
  );
}
