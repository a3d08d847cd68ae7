import { Outside } from "../../design/Outside";
import type { FieldDifference } from "../../lib/api/contract";
import { shortDigest } from "../../lib/words/digest";
import { isKept } from "./words";

const WORDS = { added: "new", removed: "gone", changed: "" } as const;

/** Fields that are not the same, each with what it was and what it is. */
export function Fields({ of }: { of: readonly FieldDifference[] }) {
  return (
    <dl className="fields">
      {of.map((field) => (
        <div key={field.field}>
          <dt className="mono wrap">
            <Outside text={field.field} longest={120} /> {WORDS[field.change] !== "" && <span className="chip">{WORDS[field.change]}</span>}
          </dt>
          <dd>
            {isKept(field) ? <span className="quiet">{field.change === "changed" ? "other than before; what it holds is not told" : "what it holds is not told"}</span> : <Sides field={field} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sides({ field }: { field: FieldDifference }) {
  return (
    <>
      <Side field={field} which="from" />
      {field.change === "changed" && (
        <span className="to">
          <span aria-hidden="true">→</span>
          <span className="vh">becomes</span>
        </span>
      )}
      <Side field={field} which="to" />
    </>
  );
}

function Side({ field, which }: { field: FieldDifference; which: "from" | "to" }) {
  const value = field[which];
  if (value === undefined) return null;
  const text = <Outside text={field.field === "artifact" ? shortDigest(value) : value} longest={300} mono />;
  return which === "from" ? <del className="wrap">{text}</del> : <ins className="wrap">{text}</ins>;
}
