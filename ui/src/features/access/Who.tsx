import { useQuery, useQueryClient } from "@tanstack/react-query";
import { whoami } from "../../app/reads";
import { Outside } from "../../design/Outside";
import { closeSession } from "../../lib/api/http";

/** Whom this browser stands for, and the way out. */
export function Who() {
  const { data } = useQuery(whoami());
  const queries = useQueryClient();
  if (data === undefined) return null;
  const leave = async () => {
    await closeSession();
    queries.clear();
    window.location.assign("/login");
  };
  return (
    <div className="who">
      <span className="ava" aria-hidden="true">
        {initials(data.actor.name)}
      </span>
      <span className="trunc">
        <Outside text={data.actor.name} longest={60} />
      </span>
      <button type="button" className="leave" onClick={() => void leave()}>
        Log out
      </button>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  return words.slice(0, 2).map((word) => [...word][0]?.toUpperCase() ?? "").join("");
}
