import { type FormEvent, useId, useState } from "react";
import { useSearchParams } from "react-router";
import type { ActivityFilter } from "../../app/reads";
import { visible } from "../../lib/words/outside";
import { understood, words } from "./filter";

/** The filter in words: a field to add one, and what is on, each to be dropped. It is all in the address. */
export function FilterBar({ filter }: { filter: ActivityFilter }) {
  const [, setSearch] = useSearchParams();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const show = (next: ActivityFilter) => setSearch(new URLSearchParams(Object.entries(next)));
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = understood(text);
    setProblem(typed.problem);
    if (typed.problem !== undefined || text.trim() === "") return;
    show({ ...filter, ...typed.filter });
    setText("");
  };
  const drop = (name: keyof ActivityFilter) => {
    const { [name]: _, ...rest } = filter;
    show(rest);
  };
  return (
    <form className="filter" onSubmit={add} role="search" aria-label="Entries">
      <label htmlFor={id} className="vh">
        Filter in words
      </label>
      <input
        id={id}
        className="field"
        value={text}
        maxLength={300}
        placeholder="app:checkout env:production type:RolloutFailed from:2026-11-20"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => setText(event.target.value)}
      />
      {words(filter).map(({ name, word }) => (
        <button key={name} type="button" className="chip on" onClick={() => drop(name)} aria-label={`Drop ${visible(word, 80)}`}>
          <bdi>{visible(word, 80)}</bdi>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="say bad" role="alert">
          <bdi>{visible(problem, 200)}</bdi>
        </p>
      )}
    </form>
  );
}
