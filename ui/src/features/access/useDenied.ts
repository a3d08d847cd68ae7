import { useQuery } from "@tanstack/react-query";
import { whoami } from "../../app/reads";
import type { Role, ScopeRef } from "../../lib/api/contract";
import { denied } from "./may";

/** Who may act here instead of whom this browser stands for; undefined when that one may. */
export function useDenied(needed: Role, where: ScopeRef): string | undefined {
  const { data } = useQuery(whoami());
  return data === undefined ? "Reading what you may do." : denied(data, needed, where);
}
