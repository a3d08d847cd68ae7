import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { whoami } from "../../app/reads";
import { Snippet } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import { Instant } from "../../design/Time";
import type { ScopeRef, Unmet, Way } from "../../lib/api/contract";
import { visible } from "../../lib/words/outside";
import { denied } from "../access/may";
import { direct } from "./direct";

/**
 * What could be done about something that is waited for: by itself when, by whom, with which command, and here if it is you.
 * {@code buttons} are left out where the page has them already.
 */
export function Ways({ of, where, buttons = true }: { of: Unmet; where: ScopeRef; buttons?: boolean }) {
  const whose = [...new Set(of.ways.map((way) => way.who))];
  return (
    <div className="way-out">
      <p className="a">
        {of.earliest === undefined ? "It does not end by itself." : "By itself, at the earliest "}
        {of.earliest !== undefined && <Instant at={of.earliest} />}
      </p>
      {whose.map((who) => (
        <Whose key={who} who={of.because.sentence.includes(who) ? "" : who} ways={of.ways.filter((way) => way.who === who)} where={where} buttons={buttons} />
      ))}
    </div>
  );
}

/** What the same people could do; who they are is left out where the reason says it already. */
function Whose({ who, ways, where, buttons }: { who: string; ways: readonly Way[]; where: ScopeRef; buttons: boolean }) {
  const me = useQuery(whoami()).data;
  const mine = me === undefined ? [] : ways.filter((way) => denied(me, way.role, where) === undefined);
  const there = buttons ? mine.map((way) => direct(way.command)).find((place) => place !== undefined) : undefined;
  return (
    <>
      {who !== "" && (
        <p className="a">
          <Outside text={who} longest={240} />
        </p>
      )}
      <div className="way">
        <div>
          {ways.map((way) => (
            <Snippet key={way.command} text={way.command} what={`the command ${visible(way.command, 200)}`} />
          ))}
        </div>
        {there !== undefined && (
          <Link className="btn" to={there.path}>
            {there.word}
          </Link>
        )}
      </div>
    </>
  );
}
