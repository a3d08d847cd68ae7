import type { Role, ScopeRef, Whoami } from "../../lib/api/contract";

const ORDER: readonly Role[] = ["viewer", "reporter", "deployer", "approver", "owner", "admin"];

/**
 * Why the one who is logged in may not act somewhere; undefined when a role reaches there. It only keeps
 * buttons quiet: the server judges every wish.
 */
export function denied(who: Whoami, needed: Role, where: ScopeRef): string | undefined {
  const reaching = who.grants.filter((grant) => reaches(grant.scope, where));
  if (reaching.some((grant) => includes(grant.role, needed))) return undefined;
  const here = [where.application, where.environment].filter((part) => part !== undefined).join(" in ");
  const able = `${an(needed)}${here === "" ? "" : ` of ${here}`} may do this`;
  const held = reaching.map((grant) => an(grant.role));
  return held.length === 0 ? `${able}; you have no role here.` : `${able}; you are ${held.join(" and ").toLowerCase()}.`;
}

/** Whether a role includes another; agents' role includes nothing and is included in nothing. */
function includes(held: Role, needed: Role): boolean {
  return ORDER.includes(held) && ORDER.indexOf(held) >= ORDER.indexOf(needed);
}

/** A scope reaches what lies in it: everything, an application, an environment, or the one in the other. */
function reaches(scope: ScopeRef, where: ScopeRef): boolean {
  const covers = (limit: string | undefined, asked: string | undefined) => limit === undefined || limit === asked;
  return covers(scope.application, where.application) && covers(scope.environment, where.environment);
}

function an(role: Role): string {
  return `${/^[aeio]/.test(role) ? "An" : "A"} ${role}`;
}
