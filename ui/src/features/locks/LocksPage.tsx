import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../app/Loaded";
import { locks } from "../../app/reads";
import { useTitle } from "../../app/title";
import { Lead } from "../../design/Panel";
import type { Lock } from "../../lib/api/contract";
import { listed } from "../../lib/words/list";
import { LockRows } from "./LockNotes";
import { Locking } from "./Locking";
import { scopeWords } from "./scope";

/** What is kept as it is, by whom, and until when? */
export function LocksPage() {
  const query = useQuery(locks());
  return (
    <Loaded query={query} what="list of locks">
      {(all) => <Locks all={all.items} />}
    </Loaded>
  );
}

function Locks({ all }: { all: readonly Lock[] }) {
  const names = [...new Set(all.map((lock) => scopeWords(lock.scope)))];
  const title = all.length === 0 ? "Nothing is locked" : `${capital(listed(names))} ${names.length === 1 ? "is" : "are"} locked`;
  useTitle(title);
  return (
    <>
      <Lead title={title} acts={<Locking scope={{}} />}>
        {all.length === 0 ? "An environment or an application is locked on its own page; here, everything at once." : "What would start there waits and says why. Here everything can be locked at once."}
      </Lead>
      <LockRows locks={all} />
    </>
  );
}

function capital(text: string): string {
  return text === "everything" ? "Everything" : text;
}
