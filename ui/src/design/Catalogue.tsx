import { Snippet } from "./Copy";
import { Glyph } from "./Glyph";
import { Lead, Panel } from "./Panel";
import { LOOKS, type Status } from "./status";

const TONES = ["ok", "move", "person", "warn", "bad", "stop", "off"] as const;

/** Every shape in every state, for whoever builds a page. Development builds only. */
export default function Catalogue() {
  return (
    <>
      <Lead title="Every shape, in every state">Switch the theme at the lower left; narrow the window.</Lead>
      <Panel title="Status">
        <ul className="rows-of">
          {(Object.keys(LOOKS) as Status[]).map((status) => (
            <li key={status}>
              <Glyph status={status} share={40} silent />
              <span className="what">{LOOKS[status].name}</span>
              <span className={`say ${LOOKS[status].tone}`}>{LOOKS[status].name}</span>
              <span className={`chip ${LOOKS[status].tone}`}>{LOOKS[status].tone}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Progress">
        <ul className="rows-of">
          {[0, 10, 33, 67, 100].map((share) => (
            <li key={share}>
              <Glyph status="moving" share={share} />
              <span className="what">{share} %</span>
            </li>
          ))}
        </ul>
        <ol className="track in">
          {TONES.map((tone) => (
            <li key={tone} className="cur">
              <span className={`seg-bar ${tone}`} style={{ "--p": 60 } as React.CSSProperties} />
              <span className="t">{tone}</span>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title="Controls">
        <div className="teach">
          <div className="bar">
            <button type="button" className="btn pri">
              Primary
            </button>
            <button type="button" className="btn">
              Ordinary
            </button>
            <button type="button" className="btn badly">
              Dangerous…
            </button>
            <button type="button" className="btn ghost">
              Quiet
            </button>
            <button type="button" className="btn" disabled>
              Disabled
            </button>
            <button type="button" className="btn sm">
              Small
            </button>
          </div>
          <Snippet text="slipway app add URL" what="a command" />
        </div>
      </Panel>
    </>
  );
}
