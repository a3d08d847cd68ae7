import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Mark } from "../../app/Side";
import { paths } from "../../app/paths";
import { useTitle } from "../../app/title";
import { Snippet } from "../../design/Copy";
import { attempt, LoginForm } from "./LoginForm";
import { isLogin, secretIn } from "./secret";

/** The way in: by a one-time link, which logs in at once, or by a token. */
export function LoginPage({ entered }: { entered: () => void }) {
  useTitle("Log in");
  const navigate = useNavigate();
  const [secret] = useState(() => (isLogin(window.location) ? secretIn(window.location) : undefined));
  const [failure, setFailure] = useState<string>();
  const tried = useRef(false);
  const go = () => {
    if (isLogin(window.location)) void navigate(paths.overview(), { replace: true });
    entered();
  };
  useEffect(() => {
    if (secret === undefined || tried.current) return;
    tried.current = true;
    // The secret works once; it must not stay in the address or in the history.
    window.history.replaceState(null, "", paths.login());
    void attempt(secret).then((failed) => (failed === undefined ? go() : setFailure(failed)));
  });
  const trying = secret !== undefined && failure === undefined;
  return (
    <main className="way-in" id="main">
      <div className="brand">
        <Mark />
        <span>Slipway</span>
      </div>
      <h1 className="h1">{trying ? "Logging you in" : "Log in to see what runs where"}</h1>
      {!trying && (
        <>
          <LoginForm key={failure ?? ""} entered={go} {...(failure === undefined ? {} : { first: failure })} />
          <p className="soft">
            On the server&apos;s machine this prints a link that logs a browser in, once:
          </p>
          <Snippet text="slipway login-link" what="the command" />
        </>
      )}
    </main>
  );
}
