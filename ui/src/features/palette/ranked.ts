import { paths } from "../../app/paths";
import type { Offer } from "./offers";

/** Most places and most commands that are shown at once. */
const PLACES = 8;
const COMMANDS = 6;

const NAME = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const WRITTEN = new RegExp(`^(${NAME})/(${NAME})(?:#([1-9]\\d{0,8}))?$`);

/**
 * What fits what was typed, best first: places, then commands. Every typed word has to be in the name. What is written as
 * the command line writes it (checkout/production-eu#184) leads there, whether it was read before or not.
 */
export function ranked(offers: readonly Offer[], typed: string): readonly Offer[] {
  const query = typed.trim().toLowerCase();
  const fitting = (kind: Offer["kind"], most: number) =>
    offers
      .filter((offer) => offer.kind === kind)
      .flatMap((offer) => {
        const rank = rankOf(offer.name.toLowerCase(), query);
        return rank === undefined ? [] : [{ offer, rank }];
      })
      .sort((one, other) => one.rank - other.rank || (query === "" ? 0 : one.offer.name.length - other.offer.name.length))
      .slice(0, most)
      .map(({ offer }) => offer);
  const found = fitting("place", PLACES);
  const direct = written(query);
  const first = direct === undefined || found.some((offer) => offer.path === direct.path) ? [] : [direct];
  return [...first, ...found, ...fitting("command", COMMANDS)];
}

/** The address of a placement or delivery that is written out. */
function written(query: string): Offer | undefined {
  const parts = WRITTEN.exec(query);
  if (parts === null) return undefined;
  const [, application = "", environment = "", number] = parts;
  const path = number === undefined ? paths.placement(application, environment) : paths.delivery(application, environment, Number(number));
  return { id: `written ${query}`, kind: "place", name: query, note: number === undefined ? "go there" : "delivery, go there", path };
}

/** 0 the very name, 1 its beginning, 2 beginnings of its words, 3 anywhere in it; undefined where a word is missing. */
function rankOf(name: string, query: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const wanted = query.split(/\s+/);
  if (!wanted.every((word) => name.includes(word))) return undefined;
  const words = name.split(/[\s/#]+/);
  return wanted.every((word) => words.some((each) => each.startsWith(word))) ? 2 : 3;
}
