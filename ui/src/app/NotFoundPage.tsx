import { Link } from "react-router";
import { Lead } from "../design/Panel";
import { paths } from "./paths";
import { useTitle } from "./title";

/** An address that is nobody's, or a thing that is not there (or not ours to see). */
export function NotFoundPage({ what = "page" }: { what?: string }) {
  useTitle("Not found");
  return (
    <Lead title={`There is no such ${what} here`}>
      It may have been removed, or it belongs to somebody else.{" "}
      <Link className="link" to={paths.overview()}>
        See what runs where
      </Link>
    </Lead>
  );
}
