import { Glyph } from "../../design/Glyph";
import { Outside } from "../../design/Outside";
import { Ago } from "../../design/Time";
import type { Bypass } from "../../lib/api/contract";

/** Which guardrails a delivery went past, who let it, and why; nothing where it met them all. */
export function Bypassed({ number, of }: { number: number; of: readonly Bypass[] }) {
  if (of.length === 0) return null;
  return (
    <section className="panel" aria-label={`Bypassed by #${number}`}>
      <ul className="locks">
        {of.map((each) => (
          <li key={`${each.guardrail} ${each.at}`}>
            <Glyph status="person" silent />
            <p className="wrap">
              <span className="say stop">Bypassed</span> for #{number}: <Outside text={each.guardrail} longest={80} />, by <Outside text={each.by.name} longest={60} />, because: <Outside text={each.because} longest={300} />{" "}
              <span className="meta">
                <Ago at={each.at} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
