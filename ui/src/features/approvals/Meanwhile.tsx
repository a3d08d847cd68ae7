import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paths } from "../../app/paths";
import { difference, placement } from "../../app/reads";
import type { Delivery } from "../../lib/api/contract";
import { summary } from "../differences/words";

/** What took the place of a delivery while somebody looked at it, and what that one has other. */
export function Meanwhile({ of: { application, environment, number } }: { of: Delivery }) {
  const { data } = useQuery(placement(application, environment));
  const active = data?.active?.number;
  const other = active !== undefined && active !== number;
  const { data: changed } = useQuery({ ...difference(application, environment, active ?? number, number), enabled: other });
  if (!other) return null;
  return (
    <p className="wrap soft">
      On its way now is{" "}
      <Link className="link" to={paths.delivery(application, environment, active)}>
        #{active}
      </Link>
      . {changed !== undefined && `Against this one, ${summary(changed)}.`}
    </p>
  );
}
