import { Copy } from "../../design/Copy";
import type { DeliveryDetail } from "../../lib/api/contract";
import { shortDigest } from "../../lib/words/digest";

/** What proves that it is exactly this; the engine needs it, and people only when they compare. */
export function Digests({ of, services }: { of: DeliveryDetail["delivery"]; services: DeliveryDetail["services"] }) {
  return (
    <details className="deeper">
      <summary>Digests</summary>
      <dl className="kv">
        <Digest name="Hash" value={of.hash} what="the delivery hash" />
        {services.map((each) => (
          <Digest key={each.service} name={each.service} value={each.artifact} what={`the digest of ${each.service}`} />
        ))}
      </dl>
    </details>
  );
}

function Digest({ name, value, what }: { name: string; value: string; what: string }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd className="hash">
        <code>{shortDigest(value)}</code>
        <Copy text={value} what={what} />
      </dd>
    </div>
  );
}
