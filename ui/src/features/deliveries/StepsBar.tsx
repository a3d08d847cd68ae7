import { useQuery } from "@tanstack/react-query";
import { whyAt } from "../../app/reads";
import type { DeliveryDetail } from "../../lib/api/contract";
import { isOpen } from "./state";
import { steps } from "./steps";

/** The steps as one bar: what is behind, what is now, what is to come. */
export function StepsBar({ detail }: { detail: DeliveryDetail }) {
  const { delivery } = detail;
  const { data: now } = useQuery({ ...whyAt(delivery.application, delivery.environment), enabled: isOpen(delivery) });
  const unmet = now?.delivery === delivery.number ? now.unmet : [];
  return (
    <section aria-label="Progress">
      <ol className="track">
        {steps(detail, unmet).map((step) => (
          <li key={step.name} className={CLASS[step.place]} aria-current={step.place === "current" ? "step" : undefined}>
            <span className={`seg-bar ${step.tone}`} style={{ "--p": step.share } as React.CSSProperties} />
            <span className="t">{step.name}</span>
            <span className="s">{step.note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const CLASS = { done: "done", current: "cur", todo: "todo" } as const;
